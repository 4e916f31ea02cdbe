/** Phone numbers. */
import { entity, t } from '../../../model/index.ts';
import { lookupV1 } from './product.ts';

export const LookupV1PhoneNumber = entity('LookupV1PhoneNumber', {
  in: lookupV1,
  at: 'phoneNumbers',
  key: 'phoneNumber',
  about: 'Carrier and caller name for a phone number (version 1).',
  fields: {
    callerName: t.json.pii,
    countryCode: t.phone,
    phoneNumber: t.phone,
    nationalFormat: t.phone,
    carrier: t.json,
    addOns: t.json.pii,
    url: t.omit,
  },
  relations: {
    ownNumber: t.one(
      'IncomingPhoneNumber',
      { phoneNumber: 'phoneNumber' },
      'The phone number of the account, if the account owns it; otherwise null.',
    ),
  },
  fetch: { countryCode: t.string.pii, type: t.string.list, addOns: t.string.pii.list, addOnsData: t.json.pii },
  paid: ['fetch'],
});
