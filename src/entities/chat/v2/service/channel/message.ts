/** Messages of a channel. */
import { entity, t } from '../../../../../model/index.ts';
import { ChatChannel } from '../channel.ts';

const settings = {
  xTwilioWebhookEnabled: t.enum('true', 'false'),
  from: t.string.pii,
  attributes: t.string.pii,
  dateCreated: t.dateTime,
  dateUpdated: t.dateTime,
  lastUpdatedBy: t.string.pii,
  body: t.string.pii,
};

export const ChatMessage = entity('ChatMessage', {
  in: ChatChannel,
  at: 'messages',
  sid: 'IM',
  about: 'A message posted in a channel.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    attributes: t.string.pii,
    serviceSid: t.ref('ChatService'),
    to: t.string.pii,
    channelSid: t.ref('ChatChannel'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    lastUpdatedBy: t.string.pii,
    wasEdited: t.boolean,
    from: t.string.pii,
    body: t.string.pii,
    index: t.int,
    type: t.string,
    media: t.json.pii,
    url: t.omit,
  },
  filters: { order: t.enum('asc', 'desc').named('ChatMessageOrderValue') },
  create: { mediaSid: t.sid, ...settings },
  update: { ...settings },
  remove: { xTwilioWebhookEnabled: t.enum('true', 'false') },
  fetch: true,
  paid: ['create'],
});
