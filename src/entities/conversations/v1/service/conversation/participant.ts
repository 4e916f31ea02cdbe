/** Participants of a service conversation. */
import { entity, t } from '../../../../../model/index.ts';
import { ConversationsServiceConversation } from '../conversation.ts';

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

export const ConversationsServiceParticipant = entity('ConversationsServiceParticipant', {
  in: ConversationsServiceConversation,
  at: 'participants',
  sid: 'MB',
  plural: 'serviceParticipants',
  inside: ['participant', 'participants'],
  maxPage: 100,
  about: 'Someone in a conversation of a service.',
  fields: {
    accountSid: t.ref('Account'),
    chatServiceSid: t.ref('ConversationsService'),
    conversationSid: t.ref('ConversationsServiceConversation'),
    sid: t.sid,
    identity: t.string.pii,
    attributes: t.string.pii,
    messagingBinding: t.json.pii,
    roleSid: t.ref('ConversationsServiceRole'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    lastReadMessageIndex: t.int,
    lastReadTimestamp: t.string,
  },
  relations: {
    user: t.row(
      'ConversationsServiceUser',
      ['identity'],
      'The user with this identity; null for a participant without one.',
    ),
  },
  batch: 'whole',
  filters: {},
  create: { 'messagingBinding.address': t.string.pii, ...settings },
  update: { lastReadMessageIndex: t.int, lastReadTimestamp: t.string, ...settings },
  remove: { xTwilioWebhookEnabled: t.enum('true', 'false') },
  fetch: true,
  paid: ['create'],
});
