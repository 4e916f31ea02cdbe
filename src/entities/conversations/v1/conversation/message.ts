/** Messages of a conversation. */
import { entity, t } from '../../../../model/index.ts';
import { Conversation } from '../conversation.ts';

const settings = {
  xTwilioWebhookEnabled: t.enum('true', 'false'),
  author: t.string.pii,
  body: t.string.pii,
  dateCreated: t.dateTime,
  dateUpdated: t.dateTime,
  attributes: t.string.pii,
  subject: t.string.pii,
};

export const ConversationMessage = entity('ConversationMessage', {
  in: Conversation,
  at: 'messages',
  sid: 'IM',
  plural: 'conversationMessages',
  inside: ['message', 'messages'],
  argument: 'messageSid',
  maxPage: 100,
  about: 'A message in a conversation.',
  fields: {
    accountSid: t.ref('Account'),
    conversationSid: t.ref('Conversation'),
    sid: t.sid,
    index: t.int,
    author: t.string.pii,
    body: t.string.pii,
    media: t.json.pii.list,
    attributes: t.string.pii,
    participantSid: t.ref('ConversationParticipant'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    delivery: t.json,
    links: t.omit,
    contentSid: t.ref('ContentTemplate'),
  },
  filters: { order: t.enum('asc', 'desc').named('ConversationMessageOrderValue') },
  create: { mediaSid: t.sid, contentSid: t.sid, contentVariables: t.string.pii, ...settings },
  update: { ...settings },
  remove: { xTwilioWebhookEnabled: t.enum('true', 'false') },
  fetch: true,
  paid: ['create'],
});
