/** Communications. */
import { entity, t } from '../../../model/index.ts';
import { ConversationsV2Conversation } from './conversation.ts';
import { conversationsV2 } from './product.ts';

export const ConversationsV2Communication = entity('ConversationsV2Communication', {
  in: conversationsV2,
  at: 'communications',
  by: ConversationsV2Conversation,
  key: 'id',
  about: 'A message or call transcript captured as part of a conversation.',
  fields: {
    id: t.string.as('twilioId'),
    conversationId: t.string,
    accountId: t.string,
    author: t
      .object('Author', {
        address: t.string.about('Phone number or other address on the channel.'),
        channel: t.enum('VOICE', 'SMS', 'RCS', 'WHATSAPP', 'CHAT', 'VIDEO'),
        participantId: t.string.about('ID of the participant of the conversation.'),
      })
      .pii.about('Who said or sent it.'),
    content: t.object('Content', {
      type: t.string.about('Whether the text was written or transcribed.'),
      text: t.string.pii,
      transcription: t
        .object('ContentTranscription', {
          channel: t.int.about('Audio channel: 0 is inbound, 1 outbound.'),
          confidence: t.float.about('How sure the recognizer is of the whole text, from 0 to 1.'),
          engine: t.string.about('Name of the speech recognizer.'),
          words: t
            .object('ContentTranscriptionWords', { text: t.string.pii, startTime: t.dateTime, endTime: t.dateTime })
            .list.about('Each word with its time.'),
        })
        .about('How spoken words were turned into text; null for typed text.'),
    }).pii,
    channelId: t
      .refByPrefix({ CA: 'Call', SM: 'Message', MM: 'Message', CH: 'Conversation' }, 'channelResource')
      .about('ID that the channel gave it, such as the SID of the call or message.'),
    resourceId: t.string.about(
      'ID of what is behind it, such as a message SID. A create with an ID that exists updates that communication.',
    ),
    recipients: t.object('Recipients', {
      address: t.string.about('Phone number or other address on the channel.'),
      channel: t.enum('VOICE', 'SMS', 'RCS', 'WHATSAPP', 'CHAT', 'VIDEO'),
      participantId: t.string.about('ID of the participant of the conversation.'),
      deliveryStatus: t.enum('INITIATED', 'IN_PROGRESS', 'DELIVERED', 'READ', 'COMPLETED', 'FAILED'),
    }).pii.list,
    createdAt: t.dateTime,
    updatedAt: t.dateTime,
    occurredAt: t.dateTime.about('When it was said or sent. Default of a create: now.'),
  },
  relations: {
    authorParticipant: t.row(
      'ConversationsV2Participant',
      ['author.participantId'],
      'The participant who wrote or said it.',
    ),
    recipientParticipants: t.rows(
      'ConversationsV2Participant',
      'recipients',
      ['participantId'],
      'The participants to whom it was sent',
    ),
  },
  filters: { channelId: t.string },
  create: {
    author: t.object('Author', { address: t.string.required, channel: t.string.required, participantId: t.string }).pii
      .required,
    content: t.object('Content', {
      type: t.string.required.about('Whether the text was written or transcribed.'),
      text: t.string.pii.required,
      transcription: t.object('ContentTranscription', { channel: t.int, confidence: t.float, engine: t.string }),
    }).pii.required,
    channelId: t.string,
    resourceId: t.string,
    recipients: t.object('Recipients', {
      address: t.string.required,
      channel: t.string.required,
      participantId: t.string,
    }).pii.list.required,
    occurredAt: t.dateTime,
  },
  fetch: true,
});
