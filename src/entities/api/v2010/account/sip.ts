/** The step of Twilio's paths under which everything about SIP lies. */
import { container } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const Sip = container('Sip', { in: Account, at: 'sip' });
