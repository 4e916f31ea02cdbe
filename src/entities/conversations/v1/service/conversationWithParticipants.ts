/** Conversation with participants of a service. */
import { entity, t } from '../../../../model/index.ts';
import { ConversationsService } from '../service.ts';

export const ConversationsServiceConversationWithParticipants = entity(
  'ConversationsServiceConversationWithParticipants',
  {
    in: ConversationsService,
    at: 'conversationWithParticipants',
    about: 'Creates a conversation with its participants inside a service, in one call.',
    fields: {
      accountSid: t.ref('Account'),
      chatServiceSid: t.ref('ConversationsService'),
      messagingServiceSid: t.ref('MessagingService'),
      sid: t.ref('ConversationsServiceConversation'),
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
  },
);
