/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const conversations = product('conversations.v1', (twilio) => twilio.conversations.v1, {
  entry: 'conversations',
  prefix: 'Conversations',
  about: 'Conversations between people on chat, SMS and WhatsApp, with participants, messages and webhooks.',
  maxPage: 50,
});
