/** Participants of a session. */
import { entity, t } from '../../../../../model/index.ts';
import { ProxySession } from '../session.ts';

export const ProxyParticipant = entity('ProxyParticipant', {
  in: ProxySession,
  at: 'participants',
  sid: 'KP',
  about: 'One of the people in a Proxy session.',
  fields: {
    sid: t.sid,
    sessionSid: t.ref('ProxySession'),
    serviceSid: t.ref('ProxyService'),
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    identifier: t.string.pii.about("The participant's own phone number in E.164 format."),
    proxyIdentifier: t.string.pii.about(
      "The number that the participant calls or writes to; it hides the partner's own.",
    ),
    proxyIdentifierSid: t
      .ref('ProxyPhoneNumber', 'proxyPhoneNumber')
      .about("SID (PN…) of that number. Default: Twilio chooses one of the service's pool."),
    dateDeleted: t.dateTime.about('When the participant was removed; null if not.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  batch: 'whole',
  filters: {},
  create: {
    identifier: t.string.pii.destination.required,
    friendlyName: t.string,
    proxyIdentifier: t.string.pii,
    proxyIdentifierSid: t.sid,
  },
  remove: true,
  fetch: true,
});
