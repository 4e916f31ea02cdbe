/** The step of Twilio's paths under which usage records and triggers lie. */
import { container } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const Usage = container('Usage', { in: Account, at: 'usage' });
