/** Port in phone numbers. */
import { entity, t } from '../../../model/index.ts';
import { numbers } from './product.ts';

export const PortInPhoneNumber = entity('PortInPhoneNumber', {
  in: numbers,
  at: 'portingPortInPhoneNumber',
  key: ['portInRequestSid', 'phoneNumberSid'],
  about: 'One number of a port-in request and how far it has got.',
  fields: {
    portInRequestSid: t.ref('PortInRequest'),
    phoneNumberSid: t.sid,
    url: t.omit,
    accountSid: t.ref('Account'),
    phoneNumberType: t.string,
    dateCreated: t.dateTime,
    country: t.string,
    missingRequiredFields: t.boolean,
    lastUpdated: t.dateTime,
    phoneNumber: t.phone,
    portable: t.boolean,
    notPortabilityReason: t.string,
    notPortabilityReasonCode: t.int,
    portInPhoneNumberStatus: t.string,
    portOutPin: t.omit,
    rejectionReason: t.string,
    rejectionReasonCode: t.int,
    portDate: t.dateTime,
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
