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
    portable: t.boolean,
    pinAndAccountNumberRequired: t.boolean,
    notPortableReason: t.string,
    notPortableReasonCode: t.int,
    numberType: t.enum('LOCAL', 'UNKNOWN', 'MOBILE', 'TOLL-FREE'),
    country: t.string,
    url: t.omit,
  },
  fetch: { targetAccountSid: t.sid, addressSid: t.sid },
});
