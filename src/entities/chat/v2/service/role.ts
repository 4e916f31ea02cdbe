/** Roles of a service. */
import { entity, t } from '../../../../model/index.ts';
import { ChatService } from '../service.ts';

export const ChatRole = entity('ChatRole', {
  in: ChatService,
  at: 'roles',
  sid: 'RL',
  about: 'A named set of permissions for users of a service or members of a channel.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('ChatService'),
    friendlyName: t.string,
    type: t
      .enum('channel', 'deployment')
      .about('Where it applies: to members of a channel, or to users of the whole service (DEPLOYMENT).'),
    permissions: t.string.list.about('What it allows, such as `sendMessage` or `createChannel`.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  batch: 'whole',
  filters: {},
  create: {
    friendlyName: t.string.required,
    type: t.enum('channel', 'deployment').required,
    permission: t.string.list.required,
  },
  update: { permission: t.string.list.required },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
