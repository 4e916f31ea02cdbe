/** Phone numbers that require an address. */
import { entity, t } from '../../../../../model/index.ts';
import { Address } from '../address.ts';
import { capabilities } from '../capabilities.ts';
import { webhooks } from '../webhooks.ts';

export const DependentPhoneNumber = entity('DependentPhoneNumber', {
  in: Address,
  at: 'dependentPhoneNumbers',
  sid: 'PN',
  about: 'A phone number that requires an address and uses this one.',
  fields: {
    sid: t.ref('IncomingPhoneNumber').about('The phone number that uses the address.'),
    accountSid: t.ref('Account').always,
    phoneNumber: t.phone,
    friendlyName: t.string.pii,
    capabilities,
    addressRequirements: t
      .enum('none', 'any', 'local', 'foreign')
      .about('Which address the owner needs: none, any address, one in the country of the number, or one abroad.'),
    ...webhooks,
    smsApplicationSid: t
      .ref('Application')
      .about('The application that handles incoming messages. Replaces the SMS URLs.'),
    voiceApplicationSid: t
      .ref('Application')
      .about('The application that handles incoming calls. Replaces the voice URLs.'),
    trunkSid: t
      .ref('SipTrunk')
      .about(
        'The SIP trunk (TK…) that receives calls instead of the voice URLs and application; null if there is none.',
      ),
    emergencyStatus: t.enum('Active', 'Inactive').about('Whether emergency calls can be made from the number.'),
    emergencyAddressSid: t.ref('Address').about('The address sent to emergency services; null if there is none.'),
    apiVersion: t.string,
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  filters: {},
});
