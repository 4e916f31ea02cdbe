/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const voice = product('voice.v3', (twilio) => twilio.voice.v3, {
  entry: 'voice',
  prefix: 'Voice',
  json: 'camel',
  body: 'json',
  paging: 'token',
  maxPage: 100,
});
