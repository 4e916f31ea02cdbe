/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const studio = product('studio.v2', (twilio) => twilio.studio.v2, {
  entry: 'studio',
  prefix: 'Studio',
  about: 'Studio flows, their executions and the steps of each.',
});
