/** The numbers that could not be kept without an address. */
import { entity, t } from '../../../../../model/index.ts';
import { Address } from '../address.ts';
import { webhooks } from '../webhooks.ts';

export const DependentPhoneNumber = entity('DependentPhoneNumber', {
  in: Address,
  at: 'dependentPhoneNumbers',
  sid: 'PN',
  about: 'A number that can only be kept with an address on file, and relies on this one.',
  fields: {
    sid: t.ref('IncomingPhoneNumber').about('The number that depends on the address.'),
    accountSid: t.ref('Account'),
    phoneNumber: t.phone,
    friendlyName: t.string.pii,
    capabilities: t.json,
    addressRequirements: t
      .enum('none', 'any', 'local', 'foreign')
      .about('Which address the owner must have on file: none, one anywhere, one in the country, or one abroad.'),
    ...webhooks,
    smsApplicationSid: t.ref('Application').about('The application that handles texts, in place of the SMS URLs here.'),
    voiceApplicationSid: t
      .ref('Application')
      .about('The application that handles calls, in place of the voice URLs here.'),
    trunkSid: t.sid.about('The SIP trunk (TK…) that takes calls, in place of URLs and application; null without one.'),
    emergencyStatus: t.enum('Active', 'Inactive').about('Whether emergency calls can be placed from the number.'),
    emergencyAddressSid: t.ref('Address').about('The address that emergency services are told; null without one.'),
    apiVersion: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  filters: {},
});
