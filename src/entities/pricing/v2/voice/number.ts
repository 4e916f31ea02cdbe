/** Voice numbers. */
import { entity, t } from '../../../../model/index.ts';
import { PricingVoice } from '../voice.ts';

export const PricingVoiceNumber = entity('PricingVoiceNumber', {
  in: PricingVoice,
  at: 'numbers',
  key: 'destinationNumber',
  about: 'Call prices for one phone number.',
  fields: {
    destinationNumber: t.phone.about('The called number in E.164 format.'),
    originationNumber: t.phone.about('The calling number in E.164 format. Some prices depend on it.'),
    country: t.string.about("English name of the called number's country."),
    isoCountry: t.string,
    outboundCallPrices: t
      .object('OutboundCallPrices', {
        basePrice: t.decimal.about('List price per minute in `priceUnit`.'),
        currentPrice: t.decimal.about('Your price per minute in `priceUnit`, with discounts.'),
        originationPrefixes: t.string.list.about(
          'First digits of the calling numbers for which the price applies. `ALL` for every number.',
        ),
      })
      .list.about('Prices of calling the number, by the calling number.'),
    inboundCallPrice: t
      .object('InboundCallPrice', {
        basePrice: t.decimal.about('List price per minute in `priceUnit`.'),
        currentPrice: t.decimal.about('Your price per minute in `priceUnit`, with discounts.'),
        numberType: t.string.about('Type of your number, such as `local`, `mobile` or `toll-free`.'),
      })
      .about('Price of receiving calls at the number; null if it is not one of yours.'),
    priceUnit: t.string,
    url: t.omit,
  },
  relations: {
    countryPrices: t.row('PricingVoiceCountry', ['isoCountry'], 'Prices of all numbers in the country.'),
    originationNumberObject: t.one(
      'IncomingPhoneNumber',
      { phoneNumber: 'originationNumber' },
      'The phone number in `originationNumber`, if the account owns it; otherwise null.',
    ),
  },
  fetch: { originationNumber: t.phone },
});
