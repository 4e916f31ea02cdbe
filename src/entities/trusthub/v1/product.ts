/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const trusthub = product('trusthub.v1', (twilio) => twilio.trusthub.v1, {
  entry: 'trusthub',
  prefix: 'Trusthub',
  about: 'Trust Hub: customer profiles and trust products that Twilio and carriers review.',
});
