/** The account's toll-free numbers: a list of their own, and a way to buy only such. */
import { entity, t } from '../../../../../model/index.ts';
import { IncomingPhoneNumber, IncomingPhoneNumbers } from '../incomingPhoneNumber.ts';
import { filters, settings } from './shared.ts';

export const IncomingPhoneNumberTollFree = entity('IncomingPhoneNumberTollFree', {
  type: 'IncomingPhoneNumber',
  in: IncomingPhoneNumbers,
  at: 'tollFree',
  plural: 'incomingPhoneNumbersTollFree',
  about: 'A toll-free number that the account owns. Fetch, update and delete it as any incoming phone number.',
  fields: IncomingPhoneNumber.fields,
  filters,
  create: {
    phoneNumber: t.phone.required.about('The toll-free number to buy, in E.164 form.'),
    ...settings,
  },
  paid: ['create'],
});
