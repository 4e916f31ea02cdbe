/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const intelligence = product('intelligence.v3', (twilio) => twilio.intelligence.v3, {
  entry: 'intelligence',
  prefix: 'Intelligence',
  about: 'Conversational Intelligence: language operators that read conversations.',
  json: 'camel',
  body: 'json',
  paging: 'token',
});
