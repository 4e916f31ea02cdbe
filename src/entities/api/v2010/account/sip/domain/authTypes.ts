/** The part of Twilio's paths that contains the authentication settings of a SIP domain. */
import { container } from '../../../../../../model/index.ts';
import { SipDomain } from '../domain.ts';

export const SipAuth = container('SipAuth', { in: SipDomain, at: 'auth' });
