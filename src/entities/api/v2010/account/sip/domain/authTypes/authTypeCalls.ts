/** The part of Twilio's paths that contains the authentication settings for calls. */
import { container } from '../../../../../../../model/index.ts';
import { SipAuth } from '../authTypes.ts';

export const SipAuthCalls = container('SipAuthCalls', { in: SipAuth, at: 'calls' });
