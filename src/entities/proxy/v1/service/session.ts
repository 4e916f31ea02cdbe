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
    dateEnded: t.dateTime,
    dateLastInteraction: t.dateTime,
    dateExpiry: t.dateTime,
    uniqueName: t.string,
    status: t.enum('open', 'in-progress', 'closed', 'failed', 'unknown'),
    closedReason: t.string,
    ttl: t.int,
    mode: t.enum('message-only', 'voice-only', 'voice-and-message'),
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
    participants: t.json.pii.list,
  },
  update: { dateExpiry: t.dateTime, ttl: t.int, status: t.enum('open', 'in-progress', 'closed', 'failed', 'unknown') },
  remove: true,
  fetch: true,
  terminal: { status: ['closed', 'failed'] },
});
