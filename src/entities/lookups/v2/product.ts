/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const lookup = product('lookups.v2', (twilio) => twilio.lookups.v2, {
  entry: 'lookup',
  prefix: 'Lookup',
  about:
    'What is known about a phone number: its format, carrier, owner and risk. Some of it costs money for each request.',
  body: 'json',
});
