/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const contentV2 = product('content.v2', (twilio) => twilio.content.v2, {
  entry: 'contentV2',
  prefix: 'ContentV2',
  about: 'Lists of content templates that can be filtered.',
});
