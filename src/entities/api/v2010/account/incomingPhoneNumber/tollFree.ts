/** Toll-free numbers of an account. */
import { entity, onList, t } from '../../../../../model/index.ts';
import { IncomingPhoneNumber } from '../incomingPhoneNumber.ts';
import { filters, settings } from './shared.ts';

export const IncomingPhoneNumberTollFree = entity('IncomingPhoneNumberTollFree', {
  type: 'IncomingPhoneNumber',
  in: onList(IncomingPhoneNumber),
  at: 'tollFree',
  plural: 'incomingPhoneNumbersTollFree',
  about: IncomingPhoneNumber.about,
  aboutList: 'Toll-free numbers that the account owns.',
  fields: IncomingPhoneNumber.fields,
  filters,
  create: {
    phoneNumber: t.phone.required.about('The toll-free number to buy, in E.164 format.'),
    ...settings,
  },
  uniqueBy: 'phoneNumber',
  identifiedBy: ['phoneNumber'],
  paid: ['create'],
  admin: ['create'],
});
