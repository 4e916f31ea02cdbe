/** Accounts safelist. */
import { entity, t } from '../../../model/index.ts';
import { accountSettings } from './product.ts';

export const AccountsSafelist = entity('AccountsSafelist', {
  in: accountSettings,
  at: 'safelist',
  about: "A phone number that Twilio's fraud protection never blocks, for the whole account.",
  fields: { sid: t.sid, phoneNumber: t.phone },
  create: { phoneNumber: t.phone.required },
  remove: { phoneNumber: t.phone },
  fetch: { phoneNumber: t.phone },
  admin: ['create', 'remove'],
});
