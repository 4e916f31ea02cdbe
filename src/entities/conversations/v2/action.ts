/** Actions. */
import { entity, t } from '../../../model/index.ts';
import { ConversationsV2Conversation } from './conversation.ts';
import { conversationsV2 } from './product.ts';

export const ConversationsV2Action = entity('ConversationsV2Action', {
  in: conversationsV2,
  at: 'actions',
  by: ConversationsV2Conversation,
  key: 'id',
  argument: 'actionId',
  about: 'Does something in a conversation, such as sending a message, and tells how it went.',
  fields: {
    id: t.string.as('twilioId'),
    type: t.string,
    status: t.enum('PENDING', 'COMPLETED', 'FAILED'),
    conversationId: t.string,
    related: t.json,
    createdAt: t.dateTime,
    updatedAt: t.dateTime,
    completedAt: t.dateTime,
    failureReason: t.string,
  },
  create: {
    type: t.string.required,
    payload: t.object('Payload', {
      from: t.object('PayloadFrom', {
        participantId: t.string,
        address: t.string,
        channel: t.enum('VOICE', 'SMS', 'RCS', 'WHATSAPP', 'CHAT', 'VIDEO'),
      }).required,
      to: t.object('PayloadTo', {
        participantId: t.string,
        address: t.string,
        channel: t.enum('VOICE', 'SMS', 'RCS', 'WHATSAPP', 'CHAT', 'VIDEO'),
      }).list.required,
      content: t.object('PayloadContent', {
        text: t.string.pii,
        contentId: t.string,
        variables: t.json,
        mediaUrls: t.string.list,
      }).required,
      channelSettings: t.json,
    }).required,
  },
  fetch: true,
  paid: ['create'],
  terminal: { status: ['COMPLETED', 'FAILED'] },
});
