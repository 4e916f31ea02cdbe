/** The web addresses that Twilio asks what to do with a call or a text: the same for applications and numbers. */
import { t } from '../../../../model/index.ts';

export const webhooks = {
  voiceUrl: t.url.about('Where Twilio asks for TwiML when a call comes in.'),
  voiceMethod: t.httpMethod.about('How `voiceUrl` is requested.'),
  voiceFallbackUrl: t.url.about(
    'Where Twilio asks for TwiML when `voiceUrl` fails or answers something that cannot be run.',
  ),
  voiceFallbackMethod: t.httpMethod.about('How `voiceFallbackUrl` is requested.'),
  voiceCallerIdLookup: t.boolean.about("Whether Twilio looks up the caller's name (CNAM) for each call; costs extra."),
  smsUrl: t.url.about('Where Twilio asks for TwiML when a text message comes in.'),
  smsMethod: t.httpMethod.about('How `smsUrl` is requested.'),
  smsFallbackUrl: t.url.about(
    'Where Twilio asks for TwiML when `smsUrl` fails or answers something that cannot be run.',
  ),
  smsFallbackMethod: t.httpMethod.about('How `smsFallbackUrl` is requested.'),
  statusCallback: t.url,
  statusCallbackMethod: t.httpMethod,
};
