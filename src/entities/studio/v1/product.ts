/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const studioV1 = product('studio.v1', (twilio) => twilio.studio.v1, {
  entry: 'studioV1',
  prefix: 'StudioV1',
  about: 'The first version of Studio.',
  deprecated: 'Use `studio`; an engagement is an execution there.',
});
