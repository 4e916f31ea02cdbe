/** Conversations participant conversation. */
import { entity, t } from '../../../model/index.ts';
import { conversations } from './product.ts';

export const ConversationsParticipantConversation = entity('ConversationsParticipantConversation', {
  in: conversations,
  at: 'participantConversations',
  about: 'A conversation that an identity or address takes part in.',
  fields: {
    accountSid: t.ref('Account'),
    chatServiceSid: t.ref('ConversationsService', 'service'),
    participantSid: t.ref('ConversationParticipant'),
    participantUserSid: t
      .ref('ConversationsUser', 'user')
      .about('SID of the chat user; null for a participant without identity.'),
    participantIdentity: t.string.pii.about(
      'Identity of the chat user; null for a participant by SMS, WhatsApp or email.',
    ),
    participantMessagingBinding: t.json.pii.about(
      'How the participant takes part without chat: `type`, `address` and `proxy_address`; null for a chat user.',
    ),
    conversationSid: t.ref('Conversation'),
    conversationUniqueName: t.string.pii,
    conversationFriendlyName: t.string.pii,
    conversationAttributes: t.string.pii.about('Your data about the conversation, as JSON text.'),
    conversationDateCreated: t.dateTime,
    conversationDateUpdated: t.dateTime,
    conversationCreatedBy: t.string.pii.about(
      'Identity of the user who created the conversation; `system` for the API.',
    ),
    conversationState: t
      .enum('inactive', 'active', 'closed')
      .about('INACTIVE after a time without messages; CLOSED accepts no messages.'),
    conversationTimers: t.json.about(
      'When the conversation becomes inactive and closed: `date_inactive` and `date_closed`.',
    ),
    links: t.omit,
  },
  relations: {
    creator: t.row(
      'ConversationsUser',
      ['conversationCreatedBy'],
      'The user who created the conversation; null if nobody known did.',
    ),
    proxyPhoneNumber: t.one(
      'IncomingPhoneNumber',
      { phoneNumber: 'participantMessagingBinding.proxy_address' },
      'The number of the account through which the participant is reached; null for users of the chat.',
    ),
  },
  filters: {
    identity: t.string.pii.about('Identity of a chat user; either this or `address` is needed.'),
    address: t.string.pii.about('Phone number or other address of a participant, such as whatsapp:+14155550100.'),
  },
});
