/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const intelligenceV2 = product('intelligence.v2', (twilio) => twilio.intelligence.v2, {
  entry: 'intelligenceV2',
  prefix: 'IntelligenceV2',
  about: 'Voice Intelligence: transcripts of recordings and the results of language operators on them.',
});
