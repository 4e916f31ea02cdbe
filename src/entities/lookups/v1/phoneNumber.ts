/** Phone numbers. */
import { entity, t } from '../../../model/index.ts';
import { lookupV1 } from './product.ts';

export const LookupV1PhoneNumber = entity('LookupV1PhoneNumber', {
  in: lookupV1,
  at: 'phoneNumbers',
  key: 'phoneNumber',
  about: 'Carrier and caller name for a phone number (version 1).',
  fields: {
    callerName: t.json.pii.about(
      'Owner of the number as JSON: `caller_name` and `caller_type`. Costs money. Null if unknown or not requested.',
    ),
    countryCode: t.string.pii.about(
      'Two-letter ISO 3166-1 country code. As an argument: the country of a number in national format.',
    ),
    phoneNumber: t.phone,
    nationalFormat: t.string.pii.about('The number as it is written in its country, such as (415) 555-0100.'),
    carrier: t.json.about(
      'Carrier as JSON: `name`, `type` of line, and codes of country and network. Costs money. Null if not requested.',
    ),
    addOns: t.json.pii.about(
      'Results of marketplace add-ons by name. As an argument: names of the add-ons to ask. Each may cost money.',
    ),
    url: t.omit,
  },
  relations: {
    ownNumber: t.one(
      'IncomingPhoneNumber',
      { phoneNumber: 'phoneNumber' },
      'The phone number of the account, if the account owns it; otherwise null.',
    ),
  },
  fetch: {
    countryCode: t.string.pii,
    type: t.string.charged.list.about('What to look up: `carrier`, `caller-name` or both. Each costs money.'),
    addOns: t.string.pii.charged.list,
    addOnsData: t.json.pii.about('Parameters of the add-ons as JSON.'),
  },
  paid: ['fetch'],
});
