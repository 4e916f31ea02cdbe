/** Conversations participant conversation. */
import { entity, t } from '../../../model/index.ts';
import { conversations } from './product.ts';

export const ConversationsParticipantConversation = entity('ConversationsParticipantConversation', {
  in: conversations,
  at: 'participantConversations',
  about: 'Finds the conversations that an identity or address takes part in.',
  fields: {
    accountSid: t.ref('Account'),
    chatServiceSid: t.ref('ConversationsService'),
    participantSid: t.ref('ConversationParticipant'),
    participantUserSid: t.ref('ConversationsUser'),
    participantIdentity: t.string.pii,
    participantMessagingBinding: t.json.pii,
    conversationSid: t.ref('Conversation'),
    conversationUniqueName: t.string.pii,
    conversationFriendlyName: t.string.pii,
    conversationAttributes: t.string.pii,
    conversationDateCreated: t.dateTime,
    conversationDateUpdated: t.dateTime,
    conversationCreatedBy: t.string.pii,
    conversationState: t.enum('inactive', 'active', 'closed'),
    conversationTimers: t.json,
    links: t.omit,
  },
  filters: { identity: t.string.pii, address: t.string.pii },
});
