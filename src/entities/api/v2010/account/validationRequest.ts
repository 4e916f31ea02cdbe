/** The way to a new outgoing caller ID: Twilio calls the number and asks for a code. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const ValidationRequest = entity('ValidationRequest', {
  in: Account,
  at: 'validationRequests',
  about:
    'A request to verify a number as yours. Twilio calls it at once; who answers must type `validationCode`, ' +
    'and the number becomes an outgoing caller ID.',
  fields: {
    callSid: t.ref('Call').about('The call that asks for the code.'),
    accountSid: t.ref('Account'),
    phoneNumber: t.phone,
    friendlyName: t.string.pii.about('Name of the caller ID to be; at first the number, nicely written.'),
    validationCode: t.string.pii.about('The six digits to type during the call.'),
  },
  create: {
    phoneNumber: t.phone.required.about('The number to verify, in E.164 form.'),
    friendlyName: t.string.pii,
    callDelay: t.int.about('Seconds to wait before calling, 0 to 60.'),
    extension: t.string.about('Digits to dial once connected, to get past a switchboard.'),
    statusCallback: t.url.about('Where Twilio reports whether the number was verified.'),
    statusCallbackMethod: t.httpMethod,
  },
  paid: ['create'],
});
