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
  about: 'An action in a conversation, such as sending a message, with its result.',
  fields: {
    id: t.string.as('twilioId'),
    type: t.string.about('What it does: `action-send-message` or `action-start-flow`.'),
    status: t.enum('PENDING', 'COMPLETED', 'FAILED'),
    conversationId: t.string,
    related: t.json.about('What it made, by name: `messageSid` and `communicationId`, or `executionSid`.'),
    createdAt: t.dateTime,
    updatedAt: t.dateTime,
    completedAt: t.dateTime,
    failureReason: t.string.about('Why it failed; null otherwise.'),
  },
  create: {
    type: t.string.required.about('What to do: SEND_MESSAGE.'),
    payload: t
      .object('Payload', {
        from: t.object('PayloadFrom', {
          participantId: t.string.about('ID of a participant of the conversation; instead of `address` and `channel`.'),
          address: t.string.about('Phone number or other address on the channel.'),
          channel: t.enum('VOICE', 'SMS', 'RCS', 'WHATSAPP', 'CHAT', 'VIDEO'),
        }).required,
        to: t.object('PayloadTo', {
          participantId: t.string.about('ID of a participant of the conversation; instead of `address` and `channel`.'),
          address: t.string.destination.about('Phone number or other address on the channel.'),
          channel: t.enum('VOICE', 'SMS', 'RCS', 'WHATSAPP', 'CHAT', 'VIDEO'),
        }).list.required,
        content: t.object('PayloadContent', {
          text: t.string.pii,
          contentId: t.string.about('SID (HX…) of a content template to send.'),
          variables: t.json.about('Values for the variables of the template, by name.'),
          mediaUrls: t.url.list.about('Public URLs of media to send.'),
        }).required,
        channelSettings: t.json.about('Settings of one channel, passed on as they are.'),
      })
      .pii.required.about('What to send, from whom and to whom.'),
  },
  fetch: true,
  paid: ['create'],
  terminal: { status: ['COMPLETED', 'FAILED'] },
});
