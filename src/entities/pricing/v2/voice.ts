/** Pricing voice. */
import { container } from '../../../model/index.ts';
import { pricing } from './product.ts';

export const PricingVoice = container('PricingVoice', { in: pricing, at: 'voice' });
