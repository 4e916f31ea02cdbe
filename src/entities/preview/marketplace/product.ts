/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const previewMarketplace = product('preview.marketplace', (twilio) => twilio.preview.marketplace, {
  entry: 'previewMarketplace',
  prefix: 'Preview',
  about: 'The marketplace before its release.',
  deprecated: 'Use `marketplace`.',
});
