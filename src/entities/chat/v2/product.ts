/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const chat = product('chat.v2', (twilio) => twilio.chat.v2, {
  entry: 'chat',
  prefix: 'Chat',
  about: 'Programmable Chat: channels, members and messages of in-app chat.',
  deprecated: 'Twilio ended Programmable Chat on 2022-07-25, except for Flex. Use `conversations`.',
  maxPage: 100,
});
