/** Participants. */
import { entity, t } from '../../../model/index.ts';
import { ConversationsV2Conversation } from './conversation.ts';
import { conversationsV2 } from './product.ts';

export const ConversationsV2Participant = entity('ConversationsV2Participant', {
  in: conversationsV2,
  at: 'participants',
  by: ConversationsV2Conversation,
  key: 'id',
  about: 'Someone in a captured conversation, with addresses and a link to a memory profile.',
  fields: {
    id: t.string.as('twilioId'),
    conversationId: t.string,
    accountId: t.string,
    name: t.string.pii,
    type: t
      .enum('HUMAN_AGENT', 'CUSTOMER', 'AI_AGENT', 'AGENT', 'UNKNOWN')
      .about('AGENT: an agent; it is not known whether human or AI.'),
    profileId: t.string.about("ID of the customer's profile in the memory store; null for agents."),
    addresses: t
      .object('Addresses', {
        channel: t.enum('VOICE', 'SMS', 'RCS', 'WHATSAPP', 'CHAT', 'VIDEO'),
        address: t.string.about('Phone number or other address on the channel.'),
        channelId: t.string.about('ID that the channel gave, such as the SID of the call.'),
      })
      .pii.list.about('Where the participant takes part: one address for each channel.'),
    createdAt: t.dateTime,
    updatedAt: t.dateTime,
  },
  filters: {},
  create: {
    name: t.string.pii,
    type: t.enum('HUMAN_AGENT', 'CUSTOMER', 'AI_AGENT', 'AGENT', 'UNKNOWN'),
    profileId: t.string,
    addresses: t.object('Addresses', {
      channel: t.string.required,
      address: t.string.destination.required,
      channelId: t.string,
    }).pii.list.required,
  },
  update: {
    name: t.string.pii,
    type: t.enum('HUMAN_AGENT', 'CUSTOMER', 'AI_AGENT', 'AGENT', 'UNKNOWN'),
    profileId: t.string,
    addresses: t.object('Addresses', {
      channel: t.string.required,
      address: t.string.destination.required,
      channelId: t.string,
    }).pii.list,
  },
  fetch: true,
});
