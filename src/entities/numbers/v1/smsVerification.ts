/** Numbers SMS verification. */
import { entity, t } from '../../../model/index.ts';
import { numbers } from './product.ts';

export const NumbersSmsVerification = entity('NumbersSmsVerification', {
  in: numbers,
  at: 'smsVerifications',
  json: 'camel',
  about: 'Texts a code to a number you want to use as caller ID.',
  fields: {
    to: t.phone.about('Phone number to which the code is sent, in E.164 format.'),
    verificationSid: t.sid,
    sendCodeAttempts: t
      .object('SendCodeAttempts', { attemptSid: t.string, time: t.dateTime })
      .list.about('Each message with a code that was sent.'),
  },
  create: {
    to: t.phone.destination.required,
    locale: t.string.about('Language of the message, such as en.'),
    friendlyName: t.string.from('friendly_name'),
  },
  paid: ['create'],
});
