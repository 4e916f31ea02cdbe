/** The part of Twilio's paths that contains the SIP resources. */
import { container } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const Sip = container('Sip', { in: Account, at: 'sip' });
