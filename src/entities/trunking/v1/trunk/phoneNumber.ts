/** Phone numbers of a trunk. */
import { entity, t } from '../../../../model/index.ts';
import { SipTrunk } from '../trunk.ts';

export const SipTrunkPhoneNumber = entity('SipTrunkPhoneNumber', {
  in: SipTrunk,
  at: 'phoneNumbers',
  sid: 'PN',
  about: 'A Twilio number whose calls go to a trunk.',
  fields: {
    accountSid: t.ref('Account'),
    addressRequirements: t
      .enum('none', 'any', 'local', 'foreign')
      .about('Address that its owner must register, if any. `LOCAL`: in the area of the number. `FOREIGN`: abroad.'),
    apiVersion: t.string,
    beta: t.boolean,
    capabilities: t.json,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    friendlyName: t.string.pii,
    links: t.omit,
    phoneNumber: t.phone,
    sid: t.ref('IncomingPhoneNumber'),
    smsApplicationSid: t
      .ref('Application')
      .about('SID (AP…) of the application that handles messages. Takes precedence over `smsUrl`.'),
    smsFallbackMethod: t.httpMethod.about('HTTP method of `smsFallbackUrl`.'),
    smsFallbackUrl: t.url.about('URL that returns the TwiML if `smsUrl` or its TwiML fails.'),
    smsMethod: t.httpMethod.about('HTTP method of `smsUrl`.'),
    smsUrl: t.url.about('URL that returns the TwiML for an incoming message.'),
    statusCallback: t.url,
    statusCallbackMethod: t.httpMethod,
    trunkSid: t.ref('SipTrunk'),
    url: t.omit,
    voiceApplicationSid: t
      .ref('Application')
      .about('SID (AP…) of the application that would handle calls. Not used while the number is on a trunk.'),
    voiceCallerIdLookup: t.boolean.about("Whether Twilio looks up the caller's name. Each lookup costs extra."),
    voiceFallbackMethod: t.httpMethod.about('HTTP method of `voiceFallbackUrl`.'),
    voiceFallbackUrl: t.url.about(
      'URL that returns the TwiML if `voiceUrl` or its TwiML fails. Not used while the number is on a trunk.',
    ),
    voiceMethod: t.httpMethod.about('HTTP method of `voiceUrl`.'),
    voiceUrl: t.url.about('URL that returns the TwiML for an incoming call. Not used while the number is on a trunk.'),
  },
  filters: {},
  create: { phoneNumberSid: t.sid.required.about('SID (PN…) of the number whose calls go to the trunk.') },
  remove: true,
  fetch: true,
  admin: ['create', 'remove'],
});
