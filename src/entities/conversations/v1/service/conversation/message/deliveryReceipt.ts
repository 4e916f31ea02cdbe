/** Delivery receipts of a service message. */
import { entity, t } from '../../../../../../model/index.ts';
import { ConversationsServiceMessage } from '../message.ts';

export const ConversationsServiceMessageReceipt = entity('ConversationsServiceMessageReceipt', {
  type: 'ConversationMessageReceipt',
  scoped: true,
  in: ConversationsServiceMessage,
  at: 'deliveryReceipts',
  sid: 'DY',
  plural: 'serviceMessageReceipts',
  inside: ['deliveryReceipt', 'deliveryReceipts'],
  about: "Whether a message in a service's conversation reached one participant.",
  fields: {
    accountSid: t.ref('Account'),
    chatServiceSid: t.ref('ConversationsService', 'service'),
    conversationSid: t.ref('Conversation'),
    messageSid: t.ref('ConversationMessage'),
    sid: t.sid,
    channelMessageSid: t
      .ref('Message')
      .about('SID of the message that went to this participant by SMS, WhatsApp or another channel.'),
    participantSid: t.ref('ConversationParticipant').about('SID of the participant to whom the message went.'),
    status: t
      .enum('read', 'failed', 'delivered', 'undelivered', 'sent')
      .about('READ is reported only by channels that know it, such as WhatsApp.'),
    errorCode: t.int,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  fetch: true,
  terminal: { status: ['read', 'failed', 'undelivered'] },
});
