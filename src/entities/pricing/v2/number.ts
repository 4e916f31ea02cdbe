/** Trunking numbers. */
import { entity, t } from '../../../model/index.ts';
import { pricing } from './product.ts';

export const PricingTrunkingNumber = entity('PricingTrunkingNumber', {
  in: pricing,
  at: 'numbers',
  key: 'destinationNumber',
  about: 'Elastic SIP Trunking prices for one phone number.',
  fields: {
    destinationNumber: t.phone,
    originationNumber: t.phone,
    country: t.string,
    isoCountry: t.string,
    terminatingPrefixPrices: t.object('TerminatingPrefixPrices', {
      originationPrefixes: t.string.list,
      destinationPrefixes: t.string.list,
      basePrice: t.decimal,
      currentPrice: t.decimal,
      friendlyName: t.string,
    }).list,
    originatingCallPrice: t.object('OriginatingCallPrice', {
      basePrice: t.decimal,
      currentPrice: t.decimal,
      numberType: t.string,
    }),
    priceUnit: t.string,
    url: t.omit,
  },
  relations: {
    countryPrices: t.row('PricingTrunkingCountry', ['isoCountry'], 'Prices of all numbers in the country.'),
  },
  fetch: { originationNumber: t.phone },
});
