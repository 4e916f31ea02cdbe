/** The account's local numbers: a list of their own, and a way to buy only such. */
import { entity, t } from '../../../../../model/index.ts';
import { IncomingPhoneNumber, IncomingPhoneNumbers } from '../incomingPhoneNumber.ts';
import { filters, settings } from './shared.ts';

export const IncomingPhoneNumberLocal = entity('IncomingPhoneNumberLocal', {
  type: 'IncomingPhoneNumber',
  in: IncomingPhoneNumbers,
  at: 'local',
  plural: 'incomingPhoneNumbersLocal',
  about: 'A local number that the account owns. Fetch, update and delete it as any incoming phone number.',
  fields: IncomingPhoneNumber.fields,
  filters,
  create: {
    phoneNumber: t.phone.required.about('The local number to buy, in E.164 form.'),
    ...settings,
  },
  paid: ['create'],
});
