/** Trunking numbers. */
import { entity, t } from '../../../model/index.ts';
import { pricing } from './product.ts';

export const PricingTrunkingNumber = entity('PricingTrunkingNumber', {
  in: pricing,
  at: 'numbers',
  key: 'destinationNumber',
  about: 'Elastic SIP Trunking prices for one phone number.',
  fields: {
    destinationNumber: t.phone.about('The called number in E.164 format.'),
    originationNumber: t.phone.about('The calling number in E.164 format. Some prices depend on it.'),
    country: t.string.about("English name of the called number's country."),
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
      .list.about('Prices of calls from your phone system to the number.'),
    originatingCallPrice: t
      .object('OriginatingCallPrice', {
        basePrice: t.decimal.about('List price per minute in `priceUnit`.'),
        currentPrice: t.decimal.about('Your price per minute in `priceUnit`, with discounts.'),
        numberType: t.string.about('Type of your number, such as `local`, `mobile` or `toll-free`.'),
      })
      .about('Price of calls to your phone system at the number; null if it is not one of yours.'),
    priceUnit: t.string,
    url: t.omit,
  },
  relations: {
    countryPrices: t.row('PricingTrunkingCountry', ['isoCountry'], 'Prices of all numbers in the country.'),
    originationNumberObject: t.one(
      'IncomingPhoneNumber',
      { phoneNumber: 'originationNumber' },
      'The phone number in `originationNumber`, if the account owns it; otherwise null.',
    ),
  },
  fetch: { originationNumber: t.phone },
});
