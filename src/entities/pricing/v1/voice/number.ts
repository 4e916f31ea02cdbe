/** Voice numbers. */
import { entity, t } from '../../../../model/index.ts';
import { PricingV1Voice } from '../voice.ts';

export const PricingV1VoiceNumber = entity('PricingV1VoiceNumber', {
  in: PricingV1Voice,
  at: 'numbers',
  key: 'number',
  about: 'Call prices for one phone number (version 1).',
  fields: {
    number: t.phone.about('The number whose calls are priced, in E.164 format.'),
    country: t.string.about("English name of the number's country."),
    isoCountry: t.string,
    outboundCallPrice: t
      .object('OutboundCallPrice', {
        basePrice: t.decimal.about('List price per minute in `priceUnit`.'),
        currentPrice: t.decimal.about('Your price per minute in `priceUnit`, with discounts.'),
      })
      .about('Price of calling the number.'),
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
    countryPrices: t.row('PricingV1VoiceCountry', ['isoCountry'], 'What calls to the country cost.'),
  },
  fetch: true,
});
