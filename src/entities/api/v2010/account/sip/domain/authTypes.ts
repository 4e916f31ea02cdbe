/** The step of Twilio's paths under which a SIP domain says who may call and who may register. */
import { container } from '../../../../../../model/index.ts';
import { SipDomain } from '../domain.ts';

export const SipAuth = container('SipAuth', { in: SipDomain, at: 'auth' });
