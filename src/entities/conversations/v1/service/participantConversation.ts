/** Participant conversations of a service. */
import { entity, t } from '../../../../model/index.ts';
import { ConversationsService } from '../service.ts';

export const ConversationsServiceParticipantConversation = entity('ConversationsServiceParticipantConversation', {
  in: ConversationsService,
  at: 'participantConversations',
  plural: 'serviceParticipantConversations',
  inside: ['participantConversation', 'participantConversations'],
  about: 'Finds the conversations of a service that an identity or address takes part in.',
  fields: {
    accountSid: t.ref('Account'),
    chatServiceSid: t.ref('ConversationsService'),
    participantSid: t.ref('ConversationsServiceParticipant'),
    participantUserSid: t.ref('ConversationsServiceUser'),
    participantIdentity: t.string.pii,
    participantMessagingBinding: t.json.pii,
    conversationSid: t.ref('ConversationsServiceConversation'),
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
