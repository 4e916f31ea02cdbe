/** Flex webchat. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexWebchat = entity('FlexWebchat', {
  in: flex,
  at: 'webChannels',
  about: 'Starts a web chat and returns its conversation and identity.',
  fields: { conversationSid: t.ref('Conversation'), identity: t.string.pii },
  create: {
    addressSid: t.string.required,
    uiVersion: t.string,
    chatFriendlyName: t.string,
    customerFriendlyName: t.string.pii,
    preEngagementData: t.string.pii,
    identity: t.string.pii,
  },
  paid: ['create'],
});
