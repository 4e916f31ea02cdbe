/** The step of Twilio's paths under which a SIP domain says who may call. */
import { container } from '../../../../../../../model/index.ts';
import { SipAuth } from '../authTypes.ts';

export const SipAuthCalls = container('SipAuthCalls', { in: SipAuth, at: 'calls' });
