/** Participants of a conversation. */
import { entity, t } from '../../../../model/index.ts';
import { Conversation } from '../conversation.ts';

const settings = {
  xTwilioWebhookEnabled: t.enum('true', 'false'),
  identity: t.string.pii,
  'messagingBinding.proxyAddress': t.string.pii.about(
    'Address of your account that the participant sees and writes to.',
  ),
  dateCreated: t.dateTime,
  dateUpdated: t.dateTime,
  attributes: t.string.pii,
  'messagingBinding.projectedAddress': t.string.pii.about(
    'Address of your account under which a chat user appears in group texts.',
  ),
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
    identity: t.string.pii.about(
      'Identity of the chat user; null for a participant who takes part by SMS, WhatsApp or email.',
    ),
    attributes: t.string.pii.about('Data of your own, as JSON text.'),
    messagingBinding: t.json.pii.about(
      'How the participant takes part without chat: `type`, `address`, `proxy_address` and `projected_address`; null for a chat user.',
    ),
    roleSid: t.ref('ConversationsRole'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    lastReadMessageIndex: t.int,
    lastReadTimestamp: t.string.about('When the participant last read a message, as an ISO 8601 time; null if never.'),
  },
  relations: {
    user: t.row('ConversationsUser', ['identity'], 'The user with this identity; null for a participant without one.'),
    proxyPhoneNumber: t.one(
      'IncomingPhoneNumber',
      { phoneNumber: 'messagingBinding.proxy_address' },
      'The number of the account through which the participant is reached; null for users of the chat.',
    ),
  },
  batch: 'whole',
  filters: {},
  create: {
    'messagingBinding.address': t.string.pii.destination.about(
      'Address of the participant, such as a phone number; whatsapp: in front of WhatsApp numbers.',
    ),
    ...settings,
  },
  update: { lastReadMessageIndex: t.int, lastReadTimestamp: t.string, ...settings },
  remove: { xTwilioWebhookEnabled: t.enum('true', 'false') },
  fetch: true,
  paid: ['create'],
});
