/** The numbers that an account owns: bought, set up and given back here. */
import { container, entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';
import { filters, settings } from './incomingPhoneNumber/shared.ts';
import { webhooks } from './webhooks.ts';

export const IncomingPhoneNumber = entity('IncomingPhoneNumber', {
  in: Account,
  at: 'incomingPhoneNumbers',
  sid: 'PN',
  about:
    'A phone number that the account owns, with what happens when somebody calls or texts it. ' +
    'Create one to buy it, update it to change its webhooks, delete it to give it back.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    phoneNumber: t.phone,
    friendlyName: t.string.pii.about('A name for people, at most 64 characters; at first the number, nicely written.'),
    capabilities: t.json,
    type: t.string.about('Type of number, such as local, mobile or tollfree; null in lists of a single type.'),
    status: t.string.about('Whether the number is in use.'),
    origin: t.enum('twilio', 'hosted').about('Whether Twilio owns the number or only hosts it for its owner.'),
    beta: t.boolean,
    ...webhooks,
    smsApplicationSid: t.ref('Application').about('The application that handles texts, in place of the SMS URLs here.'),
    voiceApplicationSid: t
      .ref('Application')
      .about('The application that handles calls, in place of the voice URLs here; setting it clears `trunkSid`.'),
    trunkSid: t.sid.about(
      'The SIP trunk (TK…) that takes calls, in place of URLs and application; setting it clears those.',
    ),
    voiceReceiveMode: t.enum('voice', 'fax').about('Whether incoming calls are taken as voice or as fax.'),
    addressRequirements: t
      .enum('none', 'any', 'local', 'foreign')
      .about('Which address the owner must have on file: none, one anywhere, one in the country, or one abroad.'),
    addressSid: t.ref('Address').about('The address given to the regulator; null where none is needed.'),
    identitySid: t.sid.about('The identity (RI…) given to the regulator; null where none is needed.'),
    bundleSid: t.sid.about('The regulatory bundle (BU…) of the number; null where none is needed.'),
    emergencyStatus: t.enum('Active', 'Inactive').about('Whether emergency calls can be placed from the number.'),
    emergencyAddressSid: t.ref('Address').about('The address that emergency services are told; null without one.'),
    emergencyAddressStatus: t
      .enum(
        'registered',
        'unregistered',
        'pending-registration',
        'registration-failure',
        'pending-unregistration',
        'unregistration-failure',
      )
      .about('Whether emergency services know the address of the number.'),
    apiVersion: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  relations: {
    inboundCalls: t.many('Call', { to: 'phoneNumber' }, 'Calls to this number.'),
    outboundCalls: t.many('Call', { from: 'phoneNumber' }, 'Calls from this number.'),
    inboundMessages: t.many('Message', { to: 'phoneNumber' }, 'Messages to this number.'),
    outboundMessages: t.many('Message', { from: 'phoneNumber' }, 'Messages from this number.'),
  },
  batch: 'whole',
  filters,
  create: {
    phoneNumber: t.phone.about('The number to buy, in E.164 form, as found among the available numbers.'),
    areaCode: t.string.about('Buys any number with these three digits in front; US and Canada.'),
    ...settings,
  },
  update: {
    accountSid: t.sid.about('Hands the number over to this account, a parent or subaccount of yours.'),
    ...settings,
  },
  requireOneOf: [['phoneNumber', 'areaCode']],
  paid: ['create'],
  remove: true,
  fetch: true,
});

/** Where the lists of numbers by type hang: on the list of all numbers, not on one of them. */
export const IncomingPhoneNumbers = container('IncomingPhoneNumbers', { in: Account, at: 'incomingPhoneNumbers' });
