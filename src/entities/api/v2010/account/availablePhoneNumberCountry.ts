/** Countries in which Twilio sells numbers: the way into the search for one. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const AvailablePhoneNumberCountry = entity('AvailablePhoneNumberCountry', {
  in: Account,
  at: 'availablePhoneNumbers',
  plural: 'availablePhoneNumberCountries',
  key: 'countryCode',
  keyPattern: [/^[A-Z]{2}$/, 'two capital letters, as in US'],
  about:
    'A country in which Twilio sells phone numbers. Search its `local`, `mobile`, `tollFree` … lists for one to buy.',
  fields: {
    countryCode: t.string.about('The country as two capital letters (ISO 3166-1), such as US.'),
    country: t.string.about("The country's English name."),
    beta: t.boolean.about('Whether every number of the country is still new to Twilio.'),
    subresourceUris: t.omit,
    uri: t.omit,
  },
  filters: {},
  fetch: true,
});
