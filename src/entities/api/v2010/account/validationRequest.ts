/** Verification of outgoing caller IDs: Twilio calls the number and asks for a code. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const ValidationRequest = entity('ValidationRequest', {
  in: Account,
  at: 'validationRequests',
  about:
    'A request to verify a caller ID. Twilio calls the number and asks for `validationCode`; ' +
    'if it is entered, the number becomes an outgoing caller ID.',
  fields: {
    callSid: t.ref('Call').about('The verification call.'),
    accountSid: t.ref('Account').always,
    phoneNumber: t.phone,
    friendlyName: t.string.pii.about('Name of the new caller ID. Default: the number, formatted for display.'),
    validationCode: t.string.pii.about('The six digits to enter during the call.'),
  },
  create: {
    phoneNumber: t.phone.destination.required.about('The number to verify, in E.164 form.'),
    friendlyName: t.string.pii,
    callDelay: t.int.about('Seconds to wait before the call, from 0 to 60.'),
    extension: t.string.about('Digits of the extension to dial once connected.'),
    statusCallback: t.url.about('URL to which Twilio reports whether the number was verified.'),
    statusCallbackMethod: t.httpMethod,
  },
  paid: ['create'],
});
