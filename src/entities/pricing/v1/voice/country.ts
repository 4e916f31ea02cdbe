/** Voice countries. */
import { entity, t } from '../../../../model/index.ts';
import { PricingV1Voice } from '../voice.ts';

export const PricingV1VoiceCountry = entity('PricingV1VoiceCountry', {
  in: PricingV1Voice,
  at: 'countries',
  key: 'isoCountry',
  plural: 'voiceCountries',
  inside: ['voiceCountry', 'voiceCountries'],
  about: 'Call prices for a country (version 1).',
  fields: {
    country: t.string,
    isoCountry: t.string,
    outboundPrefixPrices: t.object('OutboundPrefixPrices', {
      prefixes: t.string.list,
      basePrice: t.decimal,
      currentPrice: t.decimal,
      friendlyName: t.string,
    }).list,
    inboundCallPrices: t.object('InboundCallPrices', {
      basePrice: t.decimal,
      currentPrice: t.decimal,
      numberType: t.string,
    }).list,
    priceUnit: t.string,
    url: t.omit,
  },
  filters: {},
  fetch: true,
});
