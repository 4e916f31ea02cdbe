/** Conversation with participants. */
import { entity, t } from '../../../model/index.ts';
import { conversations } from './product.ts';

export const ConversationWithParticipants = entity('ConversationWithParticipants', {
  in: conversations,
  at: 'conversationWithParticipants',
  about: 'Creates a conversation and its participants in one call.',
  fields: {
    accountSid: t.ref('Account'),
    chatServiceSid: t.ref('ConversationsService'),
    messagingServiceSid: t.ref('MessagingService'),
    sid: t.ref('Conversation'),
    friendlyName: t.string.pii,
    uniqueName: t.string.pii,
    attributes: t.string.pii,
    state: t.enum('initializing', 'inactive', 'active', 'closed'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    timers: t.json,
    links: t.omit,
    bindings: t.json.pii,
    url: t.omit,
  },
  create: {
    xTwilioWebhookEnabled: t.enum('true', 'false'),
    friendlyName: t.string.pii,
    uniqueName: t.string.pii,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    messagingServiceSid: t.sid,
    attributes: t.string.pii,
    state: t.enum('initializing', 'inactive', 'active', 'closed'),
    'timers.inactive': t.string,
    'timers.closed': t.string,
    'bindings.email.address': t.string.pii,
    'bindings.email.name': t.string.pii,
    participant: t.string.pii.list,
  },
  paid: ['create'],
});
