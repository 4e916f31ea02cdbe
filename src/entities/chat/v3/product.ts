/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const chatV3 = product('chat.v3', (twilio) => twilio.chat.v3, {
  entry: 'chatV3',
  prefix: 'ChatV3',
  about: 'Moves channels of Programmable Chat to Conversations.',
  deprecated: 'Twilio ended Programmable Chat on 2022-07-25. Use `conversations`.',
});
