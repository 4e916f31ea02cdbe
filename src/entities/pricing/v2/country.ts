/** Trunking countries. */
import { entity, t } from '../../../model/index.ts';
import { pricing } from './product.ts';

export const PricingTrunkingCountry = entity('PricingTrunkingCountry', {
  in: pricing,
  at: 'countries',
  key: 'isoCountry',
  plural: 'trunkingCountries',
  about: 'Elastic SIP Trunking prices for a country.',
  fields: {
    country: t.string,
    isoCountry: t.string,
    terminatingPrefixPrices: t.object('TerminatingPrefixPrices', {
      originationPrefixes: t.string.list,
      destinationPrefixes: t.string.list,
      basePrice: t.decimal,
      currentPrice: t.decimal,
      friendlyName: t.string,
    }).list.detail,
    originatingCallPrices: t.object('OriginatingCallPrices', {
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
