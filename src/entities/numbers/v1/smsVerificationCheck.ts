/** Numbers sms verification check. */
import { entity, t } from '../../../model/index.ts';
import { numbers } from './product.ts';

export const NumbersSmsVerificationCheck = entity('NumbersSmsVerificationCheck', {
  in: numbers,
  at: 'smsVerificationChecks',
  json: 'camel',
  about: 'Checks the code that was texted for a caller ID.',
  fields: { to: t.phone, verificationSid: t.sid, status: t.string, callerIdSid: t.ref('OutgoingCallerId') },
  create: {
    to: t.string.required,
    verificationCode: t.string.from('verification_code').required,
    friendlyName: t.string.from('friendly_name'),
  },
  admin: ['create'],
});
