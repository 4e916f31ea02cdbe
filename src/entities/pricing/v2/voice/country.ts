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
    country: t.string.about('English name of the country.'),
    isoCountry: t.string,
    outboundPrefixPrices: t
      .object('OutboundPrefixPrices', {
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
      .list.detail.about('Prices of calling numbers in the country, by their first digits.'),
    inboundCallPrices: t
      .object('InboundCallPrices', {
        basePrice: t.decimal.about('List price per minute in `priceUnit`.'),
        currentPrice: t.decimal.about('Your price per minute in `priceUnit`, with discounts.'),
        numberType: t.string.about('Type of your number, such as `local`, `mobile` or `toll-free`.'),
      })
      .list.about('Prices of receiving calls, by type of your number in the country.'),
    priceUnit: t.string,
    url: t.omit,
  },
  filters: {},
  fetch: true,
});
