/** Services. */
import { entity, t } from '../../../model/index.ts';
import { conversations } from './product.ts';

export const ConversationsService = entity('ConversationsService', {
  in: conversations,
  at: 'services',
  sid: 'IS',
  argument: 'chatServiceSid',
  maxPage: 100,
  about: 'A separate conversation system with its own users, roles and settings.',
  fields: {
    accountSid: t.ref('Account'),
    sid: t.sid,
    friendlyName: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  relations: {
    auditEvents: t.many(
      'MonitorEvent',
      { resourceSid: 'sid' },
      'Changes to it, by whom and when, as Monitor recorded them.',
    ),
  },
  batch: 'whole',
  filters: {},
  create: { friendlyName: t.string.required },
  remove: true,
  fetch: true,
  admin: ['create', 'remove'],
});
