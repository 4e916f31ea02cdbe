/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const previewHostedNumbers = product('preview.hosted_numbers', (twilio) => twilio.preview.hosted_numbers, {
  entry: 'previewHostedNumbers',
  prefix: 'Preview',
  about: 'Preview of hosted phone numbers.',
  deprecated: 'Use `numbers`.',
});
