/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const memory = product('memory.v1', (twilio) => twilio.memory.v1, {
  entry: 'memory',
  prefix: 'Memory',
  about: 'Customer memory: profiles with traits, observations and summaries of conversations.',
  json: 'camel',
  body: 'json',
  paging: 'token',
});
