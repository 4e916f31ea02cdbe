/** Messages of a service conversation. */
import { entity, t } from '../../../../../model/index.ts';
import { ConversationsServiceConversation } from '../conversation.ts';

const settings = {
  xTwilioWebhookEnabled: t.enum('true', 'false'),
  author: t.string.pii,
  body: t.string.pii,
  dateCreated: t.dateTime,
  dateUpdated: t.dateTime,
  attributes: t.string.pii,
  subject: t.string.pii.about('Subject line, if it goes out as an email.'),
};

export const ConversationsServiceMessage = entity('ConversationsServiceMessage', {
  type: 'ConversationMessage',
  scoped: true,
  in: ConversationsServiceConversation,
  at: 'messages',
  sid: 'IM',
  plural: 'serviceMessages',
  inside: ['message', 'messages'],
  argument: 'messageSid',
  maxPage: 100,
  about: 'A message in a conversation of a service.',
  fields: {
    accountSid: t.ref('Account'),
    chatServiceSid: t.ref('ConversationsService', 'service'),
    conversationSid: t.ref('Conversation'),
    sid: t.sid,
    index: t.int.about('Position in the conversation, counted from 0; deleted messages leave a gap.'),
    author: t.string.pii.about(
      'Identity or address of the sender; `system` for messages sent through the API without an author.',
    ),
    body: t.string.pii.about('Text; null for a message of media or of a content template alone.'),
    media: t.json.pii.list.about('Attachments: `sid`, `category`, `content_type`, `filename` and `size` in bytes.'),
    attributes: t.string.pii.about('Data of your own, as JSON text.'),
    participantSid: t
      .ref('ConversationParticipant')
      .about('SID of the participant who sent it; null if the author is none.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    delivery: t.json.about(
      'Receipts of all participants in short: their `total`, and `all`, `some` or `none` for each status.',
    ),
    url: t.omit,
    links: t.omit,
    contentSid: t.ref('ContentTemplate').about('SID of the content template that it was sent with; null without one.'),
  },
  relations: {
    authorUser: t.row(
      'ConversationsUser',
      ['author'],
      'The user who wrote it; null if `author` is no identity of a user.',
    ),
  },
  filters: {
    order: t
      .enum('asc', 'desc')
      .named('ConversationMessageOrderValue')
      .about('DESC begins with the newest message. Default: ASC.'),
  },
  create: {
    mediaSid: t.sid.about('SID of media that you have uploaded before.'),
    contentSid: t.sid,
    contentVariables: t.string.pii.about(
      'JSON text with values for the variables of the content template, such as {"1":"Alice"}.',
    ),
    ...settings,
  },
  update: { ...settings },
  remove: { xTwilioWebhookEnabled: t.enum('true', 'false') },
  fetch: true,
  paid: ['create'],
});
