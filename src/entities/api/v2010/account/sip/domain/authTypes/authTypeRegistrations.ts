/** The part of Twilio's paths that contains the authentication settings for registrations. */
import { container } from '../../../../../../../model/index.ts';
import { SipAuth } from '../authTypes.ts';

export const SipAuthRegistrations = container('SipAuthRegistrations', { in: SipAuth, at: 'registrations' });
