/** Mobile numbers of an account. */
import { entity, onList, t } from '../../../../../model/index.ts';
import { IncomingPhoneNumber } from '../incomingPhoneNumber.ts';
import { filters, settings } from './shared.ts';

export const IncomingPhoneNumberMobile = entity('IncomingPhoneNumberMobile', {
  type: 'IncomingPhoneNumber',
  in: onList(IncomingPhoneNumber),
  at: 'mobile',
  plural: 'incomingPhoneNumbersMobile',
  about: IncomingPhoneNumber.about,
  aboutList: 'Mobile numbers that the account owns.',
  fields: IncomingPhoneNumber.fields,
  filters,
  create: {
    phoneNumber: t.phone.required.about('The mobile number to buy, in E.164 format.'),
    ...settings,
  },
  uniqueBy: 'phoneNumber',
  identifiedBy: ['phoneNumber'],
  paid: ['create'],
  admin: ['create'],
});
