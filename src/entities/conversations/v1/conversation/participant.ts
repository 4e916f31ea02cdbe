/** Participants of a conversation. */
import { entity, t } from '../../../../model/index.ts';
import { Conversation } from '../conversation.ts';

const settings = {
  xTwilioWebhookEnabled: t.enum('true', 'false'),
  identity: t.string.pii,
  'messagingBinding.proxyAddress': t.string.pii,
  dateCreated: t.dateTime,
  dateUpdated: t.dateTime,
  attributes: t.string.pii,
  'messagingBinding.projectedAddress': t.string.pii,
  roleSid: t.sid,
};

export const ConversationParticipant = entity('ConversationParticipant', {
  in: Conversation,
  at: 'participants',
  sid: 'MB',
  plural: 'conversationParticipants',
  inside: ['participant', 'participants'],
  maxPage: 100,
  about: 'Someone in a conversation: a chat user, a phone number or another address.',
  fields: {
    accountSid: t.ref('Account'),
    conversationSid: t.ref('Conversation'),
    sid: t.sid,
    identity: t.string.pii,
    attributes: t.string.pii,
    messagingBinding: t.json.pii,
    roleSid: t.ref('ConversationsRole'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    lastReadMessageIndex: t.int,
    lastReadTimestamp: t.string,
  },
  relations: {
    user: t.row('ConversationsUser', ['identity'], 'The user with this identity; null for a participant without one.'),
  },
  batch: 'whole',
  filters: {},
  create: { 'messagingBinding.address': t.string.pii, ...settings },
  update: { lastReadMessageIndex: t.int, lastReadTimestamp: t.string, ...settings },
  remove: { xTwilioWebhookEnabled: t.enum('true', 'false') },
  fetch: true,
  paid: ['create'],
});
