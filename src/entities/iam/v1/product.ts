/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const iam = product('iam.v1', (twilio) => twilio.iam.v1, {
  entry: 'iam',
  prefix: 'Iam',
  about: 'API keys, OAuth apps and the permissions of roles.',
});
