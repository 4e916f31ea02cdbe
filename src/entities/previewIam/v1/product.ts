/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const previewIam = product('previewIam.v1', (twilio) => twilio.previewIam.v1, {
  entry: 'previewIam',
  prefix: 'PreviewIam',
  about: 'Preview: access tokens for organizations.',
});
