/** SIP domains: addresses at which Twilio takes calls from your own phones and exchanges. */
import { entity, t } from '../../../../../model/index.ts';
import { Sip } from '../sip.ts';
import { webhooks } from '../webhooks.ts';

const settings = {
  friendlyName: t.string,
  voiceUrl: webhooks.voiceUrl.pii,
  voiceMethod: webhooks.voiceMethod,
  voiceFallbackUrl: webhooks.voiceFallbackUrl.pii,
  voiceFallbackMethod: webhooks.voiceFallbackMethod,
  voiceStatusCallbackUrl: t.url.pii.about('Where Twilio reports how calls went.'),
  voiceStatusCallbackMethod: t.httpMethod.about('How `voiceStatusCallbackUrl` is requested.'),
  sipRegistration: t.boolean.about('Whether devices may register here, so that they can be called.'),
  secure: t.boolean.about('Whether calls must come in over TLS, with their sound encrypted by SRTP if possible.'),
  emergencyCallingEnabled: t.boolean.about('Whether emergency calls may be made, from numbers with a valid address.'),
};
const domainName = t.string.about('The address of the domain: letters, digits and hyphens before `.sip.twilio.com`.');
const byocTrunkSid = t.sid.about('The bring-your-own-carrier trunk (BY…) that it works with; null without one.');
const callback = 'The number that emergency services call back; null without one.';

export const SipDomain = entity('SipDomain', {
  in: Sip,
  at: 'domains',
  plural: 'sipDomains',
  sid: 'SD',
  about:
    'An address at which Twilio takes SIP calls. Nobody gets in until a credential list or an IP access control list ' +
    'is mapped to it.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    domainName,
    ...settings,
    byocTrunkSid,
    emergencyCallerSid: t.ref('IncomingPhoneNumber').about(callback),
    authType: t.string.about('What lets callers in: IP_ACL, CREDENTIAL_LIST, or both with a comma; empty if nothing.'),
    apiVersion: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    uri: t.omit,
    subresourceUris: t.omit,
  },
  batch: 'whole',
  filters: {},
  create: { domainName: domainName.required, ...settings, byocTrunkSid, emergencyCallerSid: t.sid },
  update: { domainName, ...settings, byocTrunkSid, emergencyCallerSid: t.sid },
  remove: true,
  fetch: true,
});
