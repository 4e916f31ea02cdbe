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
    attributes: t.string.pii.about('Data of your own, as JSON text.'),
    serviceSid: t.ref('ChatService'),
    to: t.string.pii.about('SID of the channel that the message went to.'),
    channelSid: t.ref('ChatChannel'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    lastUpdatedBy: t.string.pii.about('Identity of the user who changed it last; null if it never changed.'),
    wasEdited: t.boolean.about('Whether the text was changed after it was sent.'),
    from: t.string.pii.about('Identity of the author; `system` for messages sent through the API without one.'),
    body: t.string.pii.about('Text; null for a message of media alone.'),
    index: t.int.about('Position in the channel, counted from 0; deleted messages leave a gap.'),
    type: t.string.about('`text` or `media`.'),
    media: t.json.pii.about('Attachment: `sid`, `content_type`, `filename` and `size` in bytes; null for a text.'),
    url: t.omit,
  },
  relations: {
    author: t.row('ChatUser', ['from'], 'The user who wrote it; null for the system.'),
    lastUpdatedByUser: t.row('ChatUser', ['lastUpdatedBy'], 'The user who changed it last; null if nobody did.'),
  },
  filters: {
    order: t
      .enum('asc', 'desc')
      .named('ChatMessageOrderValue')
      .about('DESC begins with the newest message. Default: ASC.'),
  },
  create: { mediaSid: t.sid.about('SID of media that you have uploaded before.'), ...settings },
  update: { ...settings },
  remove: { xTwilioWebhookEnabled: t.enum('true', 'false') },
  fetch: true,
  paid: ['create'],
});
