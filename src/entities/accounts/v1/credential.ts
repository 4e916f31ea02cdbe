/** Accounts credential. */
import { container } from '../../../model/index.ts';
import { accountSettings } from './product.ts';

export const AccountsCredential = container('AccountsCredential', { in: accountSettings, at: 'credentials' });
