/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const pricing = product('pricing.v2', (twilio) => twilio.pricing.v2, { entry: 'pricing', prefix: 'Pricing' });
