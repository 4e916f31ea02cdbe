/** Voice countries. */
import { entity, t } from '../../../../model/index.ts';
import { PricingVoice } from '../voice.ts';

export const PricingVoiceCountry = entity('PricingVoiceCountry', {
  in: PricingVoice,
  at: 'countries',
  key: 'isoCountry',
  plural: 'voiceCountries',
  inside: ['voiceCountry', 'voiceCountries'],
  about: 'Call prices for a country, by number prefix.',
  fields: {
    country: t.string,
    isoCountry: t.string,
    outboundPrefixPrices: t.object('OutboundPrefixPrices', {
      originationPrefixes: t.string.list,
      destinationPrefixes: t.string.list,
      basePrice: t.decimal,
      currentPrice: t.decimal,
      friendlyName: t.string,
    }).list.detail,
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
