/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const conversationsV2 = product('conversations.v2', (twilio) => twilio.conversations.v2, {
  entry: 'conversationsV2',
  prefix: 'ConversationsV2',
  about: 'The next version of Conversations: communications over every channel, with actions on them.',
  json: 'camel',
  body: 'json',
  paging: 'token',
});
