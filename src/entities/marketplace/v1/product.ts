/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const marketplace = product('marketplace.v1', (twilio) => twilio.marketplace.v1, {
  entry: 'marketplace',
  prefix: 'Marketplace',
  about: 'Add-ons of the marketplace, and those that are installed.',
});
