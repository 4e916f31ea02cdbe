/** Pricing phone number. */
import { container } from '../../../model/index.ts';
import { pricing } from './product.ts';

export const PricingPhoneNumber = container('PricingPhoneNumber', { in: pricing, at: 'phoneNumbers' });
