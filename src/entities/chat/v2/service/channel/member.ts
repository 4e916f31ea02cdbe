/** Members of a channel. */
import { entity, t } from '../../../../../model/index.ts';
import { ChatChannel } from '../channel.ts';

const settings = {
  xTwilioWebhookEnabled: t.enum('true', 'false'),
  roleSid: t.sid,
  lastConsumedMessageIndex: t.int,
  lastConsumptionTimestamp: t.dateTime,
  dateCreated: t.dateTime,
  dateUpdated: t.dateTime,
  attributes: t.string.pii,
};

export const ChatMember = entity('ChatMember', {
  in: ChatChannel,
  at: 'members',
  sid: 'MB',
  about: 'A user who has joined a channel, with the role and the last message read.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    channelSid: t.ref('ChatChannel'),
    serviceSid: t.ref('ChatService'),
    identity: t.string.pii.about('Identity of the user who is the member.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    roleSid: t.ref('ChatRole'),
    lastConsumedMessageIndex: t.int,
    lastConsumptionTimestamp: t.dateTime,
    url: t.omit,
    attributes: t.string.pii.about('Data of your own, as JSON text.'),
  },
  relations: {
    user: t.row('ChatUser', ['identity'], 'The user with this identity.'),
  },
  batch: 'whole',
  filters: { identity: t.equal.list },
  create: { identity: t.string.pii.required, ...settings },
  update: { ...settings },
  remove: { xTwilioWebhookEnabled: t.enum('true', 'false') },
  fetch: true,
  paid: ['create'],
});
