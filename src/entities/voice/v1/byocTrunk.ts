/** BYOC trunks. */
import { entity, t } from '../../../model/index.ts';
import { voice } from './product.ts';

const settings = {
  friendlyName: t.string,
  voiceUrl: t.url.pii,
  voiceMethod: t.httpMethod,
  voiceFallbackUrl: t.url.pii,
  voiceFallbackMethod: t.httpMethod,
  statusCallbackUrl: t.url.pii,
  statusCallbackMethod: t.httpMethod,
  cnamLookupEnabled: t.boolean,
  connectionPolicySid: t.sid,
  fromDomainSid: t.sid,
};

export const ByocTrunk = entity('ByocTrunk', {
  in: voice,
  at: 'byocTrunks',
  sid: 'BY',
  about: 'A connection to a carrier of your own for Programmable Voice.',
  fields: {
    accountSid: t.ref('Account'),
    sid: t.sid,
    friendlyName: t.string,
    voiceUrl: t.url.pii.about('URL that returns the TwiML for a call from your carrier.'),
    voiceMethod: t.httpMethod.about('HTTP method of `voiceUrl`. Default: POST.'),
    voiceFallbackUrl: t.url.pii.about('URL that returns the TwiML if `voiceUrl` or its TwiML fails.'),
    voiceFallbackMethod: t.httpMethod.about('HTTP method of `voiceFallbackUrl`. Default: POST.'),
    statusCallbackUrl: t.url.pii.about("URL that receives changes of status of the trunk's calls."),
    statusCallbackMethod: t.httpMethod.about('HTTP method of `statusCallbackUrl`. Default: POST.'),
    cnamLookupEnabled: t.boolean.about(
      "Whether Twilio looks up the caller's name for calls from the United States and Canada. Each costs extra.",
    ),
    connectionPolicySid: t
      .ref('ConnectionPolicy')
      .about('Where calls to your carrier go. Without a policy, the trunk only takes calls.'),
    fromDomainSid: t
      .ref('SipDomain')
      .about(
        'The SIP domain in the `From` header of calls to your carrier. Twilio accepts calls from your carrier at this domain too.',
      ),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  batch: 'whole',
  filters: {},
  create: { ...settings },
  update: { ...settings },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
