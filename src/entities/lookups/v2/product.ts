/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const lookup = product('lookups.v2', (twilio) => twilio.lookups.v2, {
  entry: 'lookup',
  prefix: 'Lookup',
  about: 'What is known of a phone number: its format, carrier, owner and risk. Some of it is charged by request.',
  body: 'json',
});
