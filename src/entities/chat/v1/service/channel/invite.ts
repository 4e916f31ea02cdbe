/** Invites of a channel. */
import { entity, t } from '../../../../../model/index.ts';
import { ChatV1Channel } from '../channel.ts';

export const ChatV1Invite = entity('ChatV1Invite', {
  in: ChatV1Channel,
  at: 'invites',
  sid: 'IN',
  about: 'An open invitation of a user to a private channel (version 1).',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    channelSid: t.ref('ChatV1Channel'),
    serviceSid: t.ref('ChatV1Service'),
    identity: t.string.pii.about('Identity of the user who is invited.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    roleSid: t.ref('ChatV1Role'),
    createdBy: t.string.pii.about('Identity of the user who invited; `system` for the API.'),
    url: t.omit,
  },
  relations: {
    user: t.row('ChatV1User', ['identity'], 'The user with this identity; null if there is none yet.'),
    creator: t.row('ChatV1User', ['createdBy'], 'The user who created it; null if an API key or the system did.'),
  },
  filters: { identity: t.equal.list },
  create: { identity: t.string.pii.required, roleSid: t.sid },
  remove: true,
  fetch: true,
  paid: ['create'],
});
