/** SIP domains, at which Twilio receives calls from SIP devices. */
import { entity, t } from '../../../../../model/index.ts';
import { Sip } from '../sip.ts';
import { webhooks } from '../webhooks.ts';

const settings = {
  friendlyName: t.string,
  voiceUrl: webhooks.voiceUrl.pii,
  voiceMethod: webhooks.voiceMethod,
  voiceFallbackUrl: webhooks.voiceFallbackUrl.pii,
  voiceFallbackMethod: webhooks.voiceFallbackMethod,
  voiceStatusCallbackUrl: t.url.pii.about('URL to which Twilio reports the status of calls.'),
  voiceStatusCallbackMethod: t.httpMethod.about('HTTP method of `voiceStatusCallbackUrl`.'),
  sipRegistration: t.boolean.about('Whether SIP devices can register with the domain.'),
  secure: t.boolean.about('Whether calls must use TLS and, if possible, SRTP.'),
  emergencyCallingEnabled: t.boolean.about('Whether emergency calls are allowed.'),
};
const domainName = t.string.about('Name of the domain: letters, digits and hyphens, followed by `.sip.twilio.com`.');
const BYOC_TRUNK = 'The bring-your-own-carrier trunk (BY…) of the domain; null if there is none.';
const byocTrunkSid = t.sid.about(BYOC_TRUNK);
const callback = 'The number that emergency services call back; null if there is none.';

export const SipDomain = entity('SipDomain', {
  in: Sip,
  at: 'domains',
  plural: 'sipDomains',
  sid: 'SD',
  about:
    'A SIP domain, at which Twilio receives calls. No calls are accepted until a credential list or IP access control ' +
    'list is mapped to it.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account').always,
    domainName: domainName.always,
    ...settings,
    byocTrunkSid: t.ref('ByocTrunk').about(BYOC_TRUNK),
    emergencyCallerSid: t.ref('IncomingPhoneNumber').about(callback),
    authType: t.string.about(
      'How callers authenticate: IP_ACL, CREDENTIAL_LIST, or both separated by a comma; empty if nothing is mapped.',
    ),
    apiVersion: t.string,
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
    uri: t.omit,
    subresourceUris: t.omit,
  },
  relations: {
    auditEvents: t.many(
      'MonitorEvent',
      { resourceSid: 'sid' },
      'Changes to it, by whom and when, as Monitor recorded them.',
    ),
    route: t.row('RoutesSipDomain', ['domainName'], 'The region that handles the domain.'),
  },
  batch: 'whole',
  filters: {},
  create: { domainName: domainName.required, ...settings, byocTrunkSid, emergencyCallerSid: t.sid },
  update: { domainName, ...settings, byocTrunkSid, emergencyCallerSid: t.sid },
  remove: true,
  fetch: true,
});
