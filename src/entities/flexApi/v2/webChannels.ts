/** Flex webchat. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexWebchat = entity('FlexWebchat', {
  in: flex,
  at: 'webChannels',
  about: 'Starts a web chat and returns its conversation and identity.',
  fields: {
    conversationSid: t.ref('Conversation').about('SID of the conversation with the customer.'),
    identity: t.string.pii.about('Identity of the customer in the conversation.'),
  },
  create: {
    addressSid: t.string.required.about('SID (IG…) of the address configuration for web chat.'),
    uiVersion: t.string.about('Version of the web chat that you show.'),
    chatFriendlyName: t.string.about('Name of the conversation for display.'),
    customerFriendlyName: t.string.pii.about('Name of the customer for display.'),
    preEngagementData: t.string.pii.about('Data from the form before the chat, as JSON text.'),
    identity: t.string.pii,
  },
  paid: ['create'],
});
