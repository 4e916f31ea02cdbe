/** The step of Twilio's paths under which a SIP domain says who may register. */
import { container } from '../../../../../../../model/index.ts';
import { SipAuth } from '../authTypes.ts';

export const SipAuthRegistrations = container('SipAuthRegistrations', { in: SipAuth, at: 'registrations' });
