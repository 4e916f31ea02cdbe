/** The part of Twilio's paths that contains usage records and triggers. */
import { container } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const Usage = container('Usage', { in: Account, at: 'usage' });
