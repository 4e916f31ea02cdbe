/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const lookupV1 = product('lookups.v1', (twilio) => twilio.lookups.v1, {
  entry: 'lookupV1',
  prefix: 'LookupV1',
  about: 'The first version of Lookup.',
  deprecated: 'Use `lookup`.',
});
