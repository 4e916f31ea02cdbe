/** Delivery receipts of a service message. */
import { entity, t } from '../../../../../../model/index.ts';
import { ConversationsServiceMessage } from '../message.ts';

export const ConversationsServiceMessageReceipt = entity('ConversationsServiceMessageReceipt', {
  in: ConversationsServiceMessage,
  at: 'deliveryReceipts',
  sid: 'DY',
  plural: 'serviceMessageReceipts',
  inside: ['deliveryReceipt', 'deliveryReceipts'],
  about: "Whether a message in a service's conversation reached one participant.",
  fields: {
    accountSid: t.ref('Account'),
    chatServiceSid: t.ref('ConversationsService'),
    conversationSid: t.ref('ConversationsServiceConversation'),
    messageSid: t.ref('ConversationsServiceMessage'),
    sid: t.sid,
    channelMessageSid: t.ref('Message'),
    participantSid: t.ref('ConversationsServiceParticipant'),
    status: t.enum('read', 'failed', 'delivered', 'undelivered', 'sent'),
    errorCode: t.int,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  fetch: true,
  terminal: { status: ['read', 'failed', 'undelivered'] },
});
