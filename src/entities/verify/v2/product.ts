/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const verify = product('verify.v2', (twilio) => twilio.verify.v2, {
  entry: 'verify',
  prefix: 'Verify',
  about: 'Verify: proof that a person owns a phone number, email address or device.',
});
