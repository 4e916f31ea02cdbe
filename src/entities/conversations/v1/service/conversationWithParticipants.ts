/** Conversation with participants of a service. */
import { entity, t } from '../../../../model/index.ts';
import { ConversationsService } from '../service.ts';

export const ConversationsServiceConversationWithParticipants = entity(
  'ConversationsServiceConversationWithParticipants',
  {
    type: 'ConversationWithParticipants',
    scoped: true,
    in: ConversationsService,
    at: 'conversationWithParticipants',
    about: 'Creates a conversation with its participants inside a service, in one call.',
    fields: {
      accountSid: t.ref('Account'),
      chatServiceSid: t.ref('ConversationsService', 'service'),
      messagingServiceSid: t
        .ref('MessagingService')
        .about('SID of the messaging service whose rules and numbers its SMS and WhatsApp messages use.'),
      sid: t.ref('Conversation', 'conversation'),
      friendlyName: t.string,
      uniqueName: t.string,
      attributes: t.string.pii.about('Data of your own, as JSON text.'),
      state: t
        .enum('initializing', 'inactive', 'active', 'closed')
        .about(
          'INACTIVE after a time without messages, until the next one. CLOSED accepts no messages and frees its addresses.',
        ),
      dateCreated: t.dateTime,
      dateUpdated: t.dateTime,
      timers: t.json.about(
        'When it becomes inactive and closed: `date_inactive` and `date_closed`, each missing if no timer runs.',
      ),
      links: t.omit,
      bindings: t.json.pii.about('Addresses of the conversation itself, such as `email`; null without one.'),
      url: t.omit,
    },
    create: {
      xTwilioWebhookEnabled: t.enum('true', 'false'),
      friendlyName: t.string,
      uniqueName: t.string,
      dateCreated: t.dateTime,
      dateUpdated: t.dateTime,
      messagingServiceSid: t.sid,
      attributes: t.string.pii,
      state: t.enum('initializing', 'inactive', 'active', 'closed'),
      'timers.inactive': t.string.about(
        'ISO 8601 duration without messages, such as PT1H, after which it becomes INACTIVE.',
      ),
      'timers.closed': t.string.about(
        'ISO 8601 duration without messages, such as P1D, after which it becomes CLOSED.',
      ),
      'bindings.email.address': t.string.pii.about('Email address from which its emails are sent.'),
      'bindings.email.name': t.string.pii.about('Sender name of its emails.'),
      participant: t.string.pii.destination.list.about(
        'Up to 10 participants, each a JSON text such as {"identity":"alice"}, with the inputs of a participant.',
      ),
    },
    paid: ['create'],
  },
);
