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
    country: t.string,
    isoCountry: t.string,
    phoneNumberPrices: t.object('PhoneNumberPrices', {
      basePrice: t.decimal,
      currentPrice: t.decimal,
      numberType: t.string,
    }).list.detail,
    priceUnit: t.string,
    url: t.omit,
  },
  filters: {},
  fetch: true,
});
