/** Countries in which Twilio sells phone numbers, each with its numbers on sale. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const AvailablePhoneNumberCountry = entity('AvailablePhoneNumberCountry', {
  in: Account,
  at: 'availablePhoneNumbers',
  paging: 'none',
  plural: 'availablePhoneNumberCountries',
  key: 'countryCode',
  keyPattern: [/^[A-Z]{2}$/, 'two capital letters, such as US'],
  aboutList: 'Countries in which Twilio sells phone numbers.',
  about:
    'A country in which Twilio sells phone numbers. Its lists, such as `local` and `tollFree`, hold numbers on sale.',
  fields: {
    countryCode: t.string.about('Two-letter ISO 3166-1 country code, such as US.'),
    country: t.string.about('English name of the country.'),
    beta: t.boolean.about('Whether all numbers of the country are in beta.'),
    subresourceUris: t.omit,
    uri: t.omit,
  },
  filters: {},
  fetch: true,
});
