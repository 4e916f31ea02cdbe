/** Roles of a service. */
import { entity, t } from '../../../../model/index.ts';
import { ConversationsService } from '../service.ts';

export const ConversationsServiceRole = entity('ConversationsServiceRole', {
  type: 'ConversationsRole',
  scoped: true,
  in: ConversationsService,
  at: 'roles',
  sid: 'RL',
  plural: 'serviceRoles',
  inside: ['role', 'roles'],
  about: 'A named set of permissions in a service.',
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
