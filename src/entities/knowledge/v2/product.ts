/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const knowledge = product('knowledge.v2', (twilio) => twilio.knowledge.v2, {
  entry: 'knowledge',
  prefix: 'Knowledge',
  about: 'Knowledge bases that can be searched by meaning.',
  json: 'camel',
  body: 'json',
  paging: 'token',
});
