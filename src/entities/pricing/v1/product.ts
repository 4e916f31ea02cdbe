/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const pricing = product('pricing.v1', (twilio) => twilio.pricing.v1, {
  entry: 'pricing',
  prefix: 'Pricing',
  about: "Twilio's prices by country and by number.",
});

export const pricingV1 = product('pricing.v1', (twilio) => twilio.pricing.v1, {
  entry: 'pricingV1',
  prefix: 'PricingV1',
  about: 'Voice prices by destination alone.',
  deprecated: 'Use `pricing`, which also has prices by origin.',
});
