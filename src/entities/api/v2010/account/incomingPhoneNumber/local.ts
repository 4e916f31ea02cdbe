/** Local numbers of an account. */
import { entity, onList, t } from '../../../../../model/index.ts';
import { IncomingPhoneNumber } from '../incomingPhoneNumber.ts';
import { filters, settings } from './shared.ts';

export const IncomingPhoneNumberLocal = entity('IncomingPhoneNumberLocal', {
  type: 'IncomingPhoneNumber',
  in: onList(IncomingPhoneNumber),
  at: 'local',
  plural: 'incomingPhoneNumbersLocal',
  about: IncomingPhoneNumber.about,
  aboutList: 'Local numbers that the account owns.',
  fields: IncomingPhoneNumber.fields,
  filters,
  create: {
    phoneNumber: t.phone.required.about('The local number to buy, in E.164 format.'),
    ...settings,
  },
  uniqueBy: 'phoneNumber',
  identifiedBy: ['phoneNumber'],
  paid: ['create'],
  admin: ['create'],
});
