/** Port in phone numbers. */
import { entity, t } from '../../../model/index.ts';
import { numbers } from './product.ts';

export const PortInPhoneNumber = entity('PortInPhoneNumber', {
  in: numbers,
  at: 'portingPortInPhoneNumber',
  key: ['portInRequestSid', 'phoneNumberSid'],
  about: 'A number of a port-in request, with its progress.',
  fields: {
    portInRequestSid: t.ref('PortInRequest', 'portIn'),
    phoneNumberSid: t.sid,
    url: t.omit,
    accountSid: t.ref('Account'),
    phoneNumberType: t.string.about('TOLL-FREE, LOCAL, MOBILE or UNKNOWN; null before the check.'),
    dateCreated: t.dateTime,
    country: t.string.about('Two-letter country code of the number; null before the check.'),
    missingRequiredFields: t.boolean.about('Whether a value that the carrier needs is missing, such as the PIN.'),
    lastUpdated: t.dateTime.about('When its porting last made progress.'),
    phoneNumber: t.phone,
    portable: t.boolean.about('Whether the number can be ported; null before the check.'),
    notPortabilityReason: t.string.about('Why the number cannot be ported; null if it can, or before the check.'),
    notPortabilityReasonCode: t.int.about('Code of `notPortabilityReason`.'),
    portInPhoneNumberStatus: t.string.about('Progress of this number.'),
    portOutPin: t.omit,
    rejectionReason: t.string.about('Why the losing carrier refused; null otherwise.'),
    rejectionReasonCode: t.int.about('Code of `rejectionReason`.'),
    portDate: t.dateTime.about('When the number moves; null until the losing carrier confirms it.'),
  },
  relations: {
    incomingPhoneNumber: t.one(
      'IncomingPhoneNumber',
      { phoneNumber: 'phoneNumber' },
      'The ported number, once the account owns it.',
    ),
  },
  remove: true,
  fetch: true,
  admin: ['remove'],
});
