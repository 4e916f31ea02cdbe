/** Members of a channel. */
import { entity, t } from '../../../../../model/index.ts';
import { ChatV1Channel } from '../channel.ts';

export const ChatV1Member = entity('ChatV1Member', {
  in: ChatV1Channel,
  at: 'members',
  sid: 'MB',
  about: 'A user who has joined a channel (version 1).',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    channelSid: t.ref('ChatV1Channel'),
    serviceSid: t.ref('ChatV1Service'),
    identity: t.string.pii.about('Identity of the user who is the member.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    roleSid: t.ref('ChatV1Role'),
    lastConsumedMessageIndex: t.int,
    lastConsumptionTimestamp: t.dateTime,
    url: t.omit,
  },
  relations: {
    user: t.row('ChatV1User', ['identity'], 'The user with this identity.'),
  },
  batch: 'whole',
  filters: { identity: t.equal.list },
  create: { identity: t.string.pii.required, roleSid: t.sid },
  update: { roleSid: t.sid, lastConsumedMessageIndex: t.int },
  remove: true,
  fetch: true,
  paid: ['create'],
});
