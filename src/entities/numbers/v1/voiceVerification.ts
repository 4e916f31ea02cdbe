/** Numbers voice verification. */
import { entity, t } from '../../../model/index.ts';
import { numbers } from './product.ts';

export const NumbersVoiceVerification = entity('NumbersVoiceVerification', {
  in: numbers,
  at: 'voiceVerifications',
  json: 'camel',
  about: 'Calls a number with a code so that it can be used as caller ID.',
  fields: {
    accountSid: t.ref('Account'),
    phoneNumber: t.phone,
    friendlyName: t.string,
    validationCode: t.shownOnce,
    callSid: t.ref('Call'),
  },
  create: {
    phoneNumber: t.phone.from('phone_number').required,
    friendlyName: t.string.from('friendly_name'),
    customCode: t.string.from('custom_code'),
    callDelay: t.string.from('call_delay'),
    statusCallback: t.string.from('status_callback'),
    statusCallbackMethod: t.string.from('status_callback_method'),
    extension: t.string,
    customSuccessMessage: t.string.from('custom_success_message'),
  },
  paid: ['create'],
});
