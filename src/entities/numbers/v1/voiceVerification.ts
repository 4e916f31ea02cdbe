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
    friendlyName: t.string.pii,
    validationCode: t.shownOnce.about('Digits to enter during the call.'),
    callSid: t.ref('Call').about('SID of the call that asks for the code.'),
  },
  create: {
    phoneNumber: t.phone.destination.from('phone_number').required,
    friendlyName: t.string.pii.from('friendly_name'),
    customCode: t.secret.from('custom_code').about('Code to use instead of one that Twilio chooses.'),
    callDelay: t.string.from('call_delay').about('Seconds to wait before the call.'),
    statusCallback: t.url.from('status_callback'),
    statusCallbackMethod: t.string.from('status_callback_method'),
    extension: t.string.about('Digits to dial after the call is answered.'),
    customSuccessMessage: t.string.from('custom_success_message').about('Text that is spoken after the right code.'),
  },
  paid: ['create'],
});
