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
    country: t.string.about('English name of the country.'),
    isoCountry: t.string,
    terminatingPrefixPrices: t
      .object('TerminatingPrefixPrices', {
        originationPrefixes: t.string.list.about(
          'First digits of the calling numbers for which the price applies. `ALL` for every number.',
        ),
        destinationPrefixes: t.string.list.about(
          "First digits of the called numbers, with the country's calling code and without +.",
        ),
        basePrice: t.decimal.about('List price per minute in `priceUnit`.'),
        currentPrice: t.decimal.about('Your price per minute in `priceUnit`, with discounts.'),
        friendlyName: t.string.about('Description of the numbers with these prefixes.'),
      })
      .list.detail.about('Prices of calls from your phone system to the country, by number prefixes.'),
    originatingCallPrices: t
      .object('OriginatingCallPrices', {
        basePrice: t.decimal.about('List price per minute in `priceUnit`.'),
        currentPrice: t.decimal.about('Your price per minute in `priceUnit`, with discounts.'),
        numberType: t.string.about('Type of your number, such as `local`, `mobile` or `toll-free`.'),
      })
      .list.about('Prices of calls to your phone system, by type of your number in the country.'),
    priceUnit: t.string,
    url: t.omit,
  },
  filters: {},
  fetch: true,
});
