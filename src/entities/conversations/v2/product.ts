/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const conversationsV2 = product('conversations.v2', (twilio) => twilio.conversations.v2, {
  entry: 'conversationsV2',
  prefix: 'ConversationsV2',
  about:
    'Conversations API version 2: conversations over voice and messaging channels, with their communications and actions.',
  json: 'camel',
  body: 'json',
  paging: 'token',
});
