/** Numbers sms verification. */
import { entity, t } from '../../../model/index.ts';
import { numbers } from './product.ts';

export const NumbersSmsVerification = entity('NumbersSmsVerification', {
  in: numbers,
  at: 'smsVerifications',
  json: 'camel',
  about: 'Texts a code to a number you want to use as caller ID.',
  fields: {
    to: t.phone,
    verificationSid: t.sid,
    sendCodeAttempts: t.object('SendCodeAttempts', { attemptSid: t.string, time: t.string }).list,
  },
  create: { to: t.string.required, locale: t.string, friendlyName: t.string.from('friendly_name') },
  paid: ['create'],
});
