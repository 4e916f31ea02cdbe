/** Invites of a channel. */
import { entity, t } from '../../../../../model/index.ts';
import { ChatChannel } from '../channel.ts';

export const ChatInvite = entity('ChatInvite', {
  in: ChatChannel,
  at: 'invites',
  sid: 'IN',
  about: 'An open invitation of a user to a private channel.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    channelSid: t.ref('ChatChannel'),
    serviceSid: t.ref('ChatService'),
    identity: t.string.pii.about('Identity of the user who is invited.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    roleSid: t.ref('ChatRole'),
    createdBy: t.string.pii.about('Identity of the user who invited; `system` for the API.'),
    url: t.omit,
  },
  relations: {
    user: t.row('ChatUser', ['identity'], 'The user with this identity; null if there is none yet.'),
    creator: t.row('ChatUser', ['createdBy'], 'The user who created it; null if an API key or the system did.'),
  },
  filters: { identity: t.equal.list },
  create: { identity: t.string.pii.required, roleSid: t.sid },
  remove: true,
  fetch: true,
  paid: ['create'],
});
