/** What the resources have in common. */
import { product } from '../../model/index.ts';

export const organizations = product('previewIam', (twilio) => twilio.previewIam, {
  entry: 'organizations',
  prefix: 'Organization',
  about: 'Organizations: their accounts, users and role assignments.',
  body: 'json',
});
