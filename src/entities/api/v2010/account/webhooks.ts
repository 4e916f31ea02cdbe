/** Webhooks shared by applications and phone numbers. */
import { t } from '../../../../model/index.ts';

export const webhooks = {
  voiceUrl: t.url.about('URL that returns TwiML for an incoming call.'),
  voiceMethod: t.httpMethod.about('HTTP method of `voiceUrl`.'),
  voiceFallbackUrl: t.url.about('URL that returns TwiML if `voiceUrl` fails or returns invalid TwiML.'),
  voiceFallbackMethod: t.httpMethod.about('HTTP method of `voiceFallbackUrl`.'),
  voiceCallerIdLookup: t.boolean.about(
    "Whether Twilio looks up the caller's name (CNAM) for each call, at an additional charge.",
  ),
  smsUrl: t.url.about('URL that returns TwiML for an incoming message.'),
  smsMethod: t.httpMethod.about('HTTP method of `smsUrl`.'),
  smsFallbackUrl: t.url.about('URL that returns TwiML if `smsUrl` fails or returns invalid TwiML.'),
  smsFallbackMethod: t.httpMethod.about('HTTP method of `smsFallbackUrl`.'),
  statusCallback: t.url,
  statusCallbackMethod: t.httpMethod,
};
