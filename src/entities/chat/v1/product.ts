/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const chatV1 = product('chat.v1', (twilio) => twilio.chat.v1, {
  entry: 'chatV1',
  prefix: 'ChatV1',
  about: 'The first version of Programmable Chat.',
  deprecated: 'Twilio ended Programmable Chat on 2022-07-25. Use `conversations`.',
});
