/** Phone number countries. */
import { entity, t } from '../../../../model/index.ts';
import { PricingPhoneNumber } from '../phoneNumber.ts';

export const PricingPhoneNumberCountry = entity('PricingPhoneNumberCountry', {
  in: PricingPhoneNumber,
  at: 'countries',
  key: 'isoCountry',
  plural: 'phoneNumberCountries',
  inside: ['phoneNumberCountry', 'phoneNumberCountries'],
  about: 'Monthly prices of phone numbers in a country.',
  fields: {
    country: t.string.about('English name of the country.'),
    isoCountry: t.string,
    phoneNumberPrices: t
      .object('PhoneNumberPrices', {
        basePrice: t.decimal.about('List price of a number per month in `priceUnit`.'),
        currentPrice: t.decimal.about('Your price of a number per month in `priceUnit`, with discounts.'),
        numberType: t.string.about('Type of the number, such as `local`, `mobile` or `toll-free`.'),
      })
      .list.detail.about('Prices by type of number.'),
    priceUnit: t.string,
    url: t.omit,
  },
  filters: {},
  fetch: true,
});
