/** Delivery receipts of a conversation message. */
import { entity, t } from '../../../../../model/index.ts';
import { ConversationMessage } from '../message.ts';

export const ConversationMessageReceipt = entity('ConversationMessageReceipt', {
  in: ConversationMessage,
  at: 'deliveryReceipts',
  sid: 'DY',
  plural: 'conversationMessageReceipts',
  inside: ['deliveryReceipt', 'deliveryReceipts'],
  about: 'Whether a message reached one participant, with the error if it did not.',
  fields: {
    accountSid: t.ref('Account'),
    conversationSid: t.ref('Conversation'),
    sid: t.sid,
    messageSid: t.ref('ConversationMessage'),
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
