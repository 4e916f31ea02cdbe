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
    author: t.object('Author', {
      address: t.string,
      channel: t.enum('VOICE', 'SMS', 'RCS', 'WHATSAPP', 'CHAT', 'VIDEO'),
      participantId: t.string,
    }).pii,
    content: t.object('Content', {
      type: t.string,
      text: t.string.pii,
      transcription: t.object('ContentTranscription', {
        channel: t.int,
        confidence: t.int,
        engine: t.string,
        words: t.object('ContentTranscriptionWords', { text: t.string.pii, startTime: t.dateTime, endTime: t.dateTime })
          .list,
      }),
    }).pii,
    channelId: t.string,
    resourceId: t.string,
    recipients: t.object('Recipients', {
      address: t.string,
      channel: t.enum('VOICE', 'SMS', 'RCS', 'WHATSAPP', 'CHAT', 'VIDEO'),
      participantId: t.string,
      deliveryStatus: t.enum('INITIATED', 'IN_PROGRESS', 'DELIVERED', 'READ', 'COMPLETED', 'FAILED'),
    }).pii.list,
    createdAt: t.dateTime,
    updatedAt: t.dateTime,
    occurredAt: t.dateTime,
  },
  filters: { channelId: t.string },
  create: {
    author: t.object('Author', { address: t.string.required, channel: t.string.required, participantId: t.string }).pii
      .required,
    content: t.object('Content', {
      type: t.string.required,
      text: t.string.pii.required,
      transcription: t.object('ContentTranscription', { channel: t.int, confidence: t.int, engine: t.string }),
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
