/** Voice numbers. */
import { entity, t } from '../../../../model/index.ts';
import { PricingVoice } from '../voice.ts';

export const PricingVoiceNumber = entity('PricingVoiceNumber', {
  in: PricingVoice,
  at: 'numbers',
  key: 'destinationNumber',
  about: 'Call prices for one phone number.',
  fields: {
    destinationNumber: t.phone,
    originationNumber: t.phone,
    country: t.string,
    isoCountry: t.string,
    outboundCallPrices: t.object('OutboundCallPrices', {
      basePrice: t.decimal,
      currentPrice: t.decimal,
      originationPrefixes: t.string.list,
    }).list,
    inboundCallPrice: t.object('InboundCallPrice', {
      basePrice: t.decimal,
      currentPrice: t.decimal,
      numberType: t.string,
    }),
    priceUnit: t.string,
    url: t.omit,
  },
  relations: {
    countryPrices: t.row('PricingVoiceCountry', ['isoCountry'], 'Prices of all numbers in the country.'),
  },
  fetch: { originationNumber: t.phone },
});
