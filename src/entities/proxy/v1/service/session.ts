/** Sessions of a service. */
import { entity, t } from '../../../../model/index.ts';
import { ProxyService } from '../service.ts';

export const ProxySession = entity('ProxySession', {
  in: ProxyService,
  at: 'sessions',
  sid: 'KC',
  alias: 'uniqueName',
  about: "Two people who can call and text without seeing each other's number.",
  fields: {
    sid: t.sid,
    serviceSid: t.ref('ProxyService'),
    accountSid: t.ref('Account'),
    dateStarted: t.dateTime,
    dateEnded: t.dateTime.about('When the session closed; null while it is open.'),
    dateLastInteraction: t.dateTime.about('When someone last called or wrote; null if nobody has.'),
    dateExpiry: t.dateTime.about('When the session closes; null if it does not. Takes precedence over `ttl`.'),
    uniqueName: t.string.about(
      'Your own name of the session, at most 191 characters. It can stand in place of its SID.',
    ),
    status: t
      .enum('open', 'in-progress', 'closed', 'failed', 'unknown')
      .about('Write `CLOSED` to end the session, `IN_PROGRESS` to open it again.'),
    closedReason: t.string.about('Why the session ended; null while it is open.'),
    ttl: t.int.about('Seconds without an interaction after which the session closes. 0: never.'),
    mode: t
      .enum('message-only', 'voice-only', 'voice-and-message')
      .about('What participants can do: write, call or both.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  filters: {},
  create: {
    uniqueName: t.string,
    dateExpiry: t.dateTime,
    ttl: t.int,
    mode: t.enum('message-only', 'voice-only', 'voice-and-message'),
    status: t.enum('open', 'in-progress', 'closed', 'failed', 'unknown'),
    participants: t.json.pii.destination.list.about(
      'Up to two participants, each an object such as `{"Identifier": "+14155550100"}`.',
    ),
  },
  update: { dateExpiry: t.dateTime, ttl: t.int, status: t.enum('open', 'in-progress', 'closed', 'failed', 'unknown') },
  remove: true,
  fetch: true,
  terminal: { status: ['closed', 'failed'] },
});
