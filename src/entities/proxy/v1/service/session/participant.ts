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
    identifier: t.string.pii,
    proxyIdentifier: t.string.pii,
    proxyIdentifierSid: t.ref('ProxyPhoneNumber', 'proxyPhoneNumber'),
    dateDeleted: t.dateTime,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  batch: 'whole',
  filters: {},
  create: {
    identifier: t.string.pii.required,
    friendlyName: t.string,
    proxyIdentifier: t.string.pii,
    proxyIdentifierSid: t.sid,
  },
  remove: true,
  fetch: true,
});
