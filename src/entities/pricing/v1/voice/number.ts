/** Voice numbers. */
import { entity, t } from '../../../../model/index.ts';
import { PricingV1Voice } from '../voice.ts';

export const PricingV1VoiceNumber = entity('PricingV1VoiceNumber', {
  in: PricingV1Voice,
  at: 'numbers',
  key: 'number',
  about: 'Call prices for one phone number (version 1).',
  fields: {
    number: t.phone,
    country: t.string,
    isoCountry: t.string,
    outboundCallPrice: t.object('OutboundCallPrice', { basePrice: t.decimal, currentPrice: t.decimal }),
    inboundCallPrice: t.object('InboundCallPrice', {
      basePrice: t.decimal,
      currentPrice: t.decimal,
      numberType: t.string,
    }),
    priceUnit: t.string,
    url: t.omit,
  },
  fetch: true,
});
