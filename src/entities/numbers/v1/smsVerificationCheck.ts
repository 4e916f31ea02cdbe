/** Numbers SMS verification check. */
import { entity, t } from '../../../model/index.ts';
import { numbers } from './product.ts';

export const NumbersSmsVerificationCheck = entity('NumbersSmsVerificationCheck', {
  in: numbers,
  at: 'smsVerificationChecks',
  json: 'camel',
  about: 'Checks the code that was texted for a caller ID.',
  fields: {
    to: t.phone.about('Phone number that was verified, in E.164 format.'),
    verificationSid: t.sid,
    status: t.string,
    callerIdSid: t
      .ref('OutgoingCallerId', 'outgoingCallerId')
      .about('SID of the new caller ID; null if the code was wrong.'),
  },
  create: {
    to: t.string.pii.required,
    verificationCode: t.secret.from('verification_code').required.about('Code that the owner of the number got.'),
    friendlyName: t.string.from('friendly_name'),
  },
  admin: ['create'],
});
