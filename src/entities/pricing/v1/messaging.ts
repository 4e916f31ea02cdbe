/** Pricing messaging. */
import { container } from '../../../model/index.ts';
import { pricing } from './product.ts';

export const PricingMessaging = container('PricingMessaging', { in: pricing, at: 'messaging' });
