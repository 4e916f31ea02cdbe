/** Pricing v1 voice. */
import { container } from '../../../model/index.ts';
import { pricingV1 } from './product.ts';

export const PricingV1Voice = container('PricingV1Voice', { in: pricingV1, at: 'voice' });
