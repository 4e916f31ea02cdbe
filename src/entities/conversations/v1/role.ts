/** Roles. */
import { entity, t } from '../../../model/index.ts';
import { conversations } from './product.ts';

export const ConversationsRole = entity('ConversationsRole', {
  in: conversations,
  at: 'roles',
  sid: 'RL',
  about: 'A named set of permissions, for users of a service or participants of a conversation.',
  aboutList: 'Roles of the default service.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    chatServiceSid: t.ref('ConversationsService', 'service'),
    friendlyName: t.string,
    type: t
      .enum('conversation', 'service')
      .about('Where it applies: to participants of a conversation, or to users of the whole service.'),
    permissions: t.string.list.about('What it allows, such as `sendMessage` or `addParticipant`.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  batch: 'whole',
  filters: {},
  create: {
    friendlyName: t.string.required,
    type: t.enum('conversation', 'service').required,
    permission: t.string.list.required,
  },
  update: { permission: t.string.list.required },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
