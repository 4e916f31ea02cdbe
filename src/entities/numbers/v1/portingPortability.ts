/** Portabilities. */
import { entity, t } from '../../../model/index.ts';
import { numbers } from './product.ts';

export const Portability = entity('Portability', {
  in: numbers,
  at: 'portingPortabilities',
  key: 'phoneNumber',
  about: 'Whether a phone number can be brought over to Twilio.',
  fields: {
    phoneNumber: t.phone,
    accountSid: t.ref('Account'),
    portable: t.boolean.about('Whether the number can be ported to Twilio.'),
    pinAndAccountNumberRequired: t.boolean.about(
      'Whether the request needs the PIN and account number of the losing carrier.',
    ),
    notPortableReason: t.string.about('Why the number cannot be ported; null if it can.'),
    notPortableReasonCode: t.int.about('Code of `notPortableReason`; null if it can be ported.'),
    numberType: t.enum('LOCAL', 'UNKNOWN', 'MOBILE', 'TOLL-FREE'),
    country: t.string.about('Country of the number.'),
    url: t.omit,
  },
  fetch: {
    targetAccountSid: t.sid.about(
      "SID of the account that the number is to come to. Default: the connection's account.",
    ),
    addressSid: t.sid.about('SID of the address of the customer.'),
  },
});
