/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const previewWireless = product('preview.wireless', (twilio) => twilio.preview.wireless, {
  entry: 'previewWireless',
  prefix: 'PreviewWireless',
  about: 'Programmable Wireless before its release.',
  deprecated: 'Use `wireless`.',
});
