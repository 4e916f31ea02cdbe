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
  subject: t.string.pii,
};

export const ConversationsServiceMessage = entity('ConversationsServiceMessage', {
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
    chatServiceSid: t.ref('ConversationsService'),
    conversationSid: t.ref('ConversationsServiceConversation'),
    sid: t.sid,
    index: t.int,
    author: t.string.pii,
    body: t.string.pii,
    media: t.json.pii.list,
    attributes: t.string.pii,
    participantSid: t.ref('ConversationsServiceParticipant'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    delivery: t.json,
    url: t.omit,
    links: t.omit,
    contentSid: t.ref('ContentTemplate'),
  },
  filters: { order: t.enum('asc', 'desc').named('ConversationsServiceMessageOrderValue') },
  create: { mediaSid: t.sid, contentSid: t.sid, contentVariables: t.string.pii, ...settings },
  update: { ...settings },
  remove: { xTwilioWebhookEnabled: t.enum('true', 'false') },
  fetch: true,
  paid: ['create'],
});
