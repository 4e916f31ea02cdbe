/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const voice = product('voice.v2', (twilio) => twilio.voice.v2, {
  entry: 'voice',
  prefix: 'Voice',
  body: 'json',
});
