/** Phone numbers that an account owns. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';
import { capabilities } from './capabilities.ts';
import { filters, settings } from './incomingPhoneNumber/shared.ts';
import { webhooks } from './webhooks.ts';

const FLOW = /^https:\/\/webhooks\.twilio\.com\/v1\/Accounts\/AC\w+\/Flows\/(FW[0-9a-f]{32})/;
/** Twilio names a flow in the address of its webhook alone. */
const flowSid = {
  from: ['voiceUrl', 'smsUrl'],
  derive: (...urls: readonly unknown[]) => urls.map((url) => FLOW.exec(String(url))?.[1]).find(Boolean),
};

export const IncomingPhoneNumber = entity('IncomingPhoneNumber', {
  in: Account,
  at: 'incomingPhoneNumbers',
  sid: 'PN',
  aboutList: 'Phone numbers that the account owns.',
  about:
    'A phone number that the account owns, with its webhooks. ' +
    'Create one to buy it, update it to configure it, delete it to release it.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account').always,
    phoneNumber: t.phone.always,
    friendlyName: t.string.pii.always.about(
      'A name of your choice, at most 64 characters. Default: the number, formatted for display.',
    ),
    capabilities,
    type: t.string.about('Type of number, such as local, mobile or tollfree; null in the lists of one type.'),
    status: t.string.about('Whether the number is in use.'),
    origin: t.enum('twilio', 'hosted').about('Whether Twilio provides the number or hosts it for its owner.'),
    beta: t.boolean,
    ...webhooks,
    smsApplicationSid: t
      .ref('Application')
      .about('The application that handles incoming messages. Replaces the SMS URLs.'),
    voiceApplicationSid: t
      .ref('Application')
      .about('The application that handles incoming calls. Replaces the voice URLs; setting it clears `trunkSid`.'),
    trunkSid: t
      .ref('SipTrunk')
      .about(
        'The SIP trunk (TK…) that receives calls instead of the voice URLs and application; setting it clears those.',
      ),
    voiceReceiveMode: t.enum('voice', 'fax').about('Whether incoming calls are handled as voice or fax.'),
    addressRequirements: t
      .enum('none', 'any', 'local', 'foreign')
      .about('Which address the owner needs: none, any address, one in the country of the number, or one abroad.'),
    addressSid: t.ref('Address').about('The address registered for the number; null if none is required.'),
    identitySid: t.sid.about('The identity (RI…) registered for the number; null if none is required.'),
    bundleSid: t.ref('RegulatoryBundle').about('The regulatory bundle (BU…) of the number; null if none is required.'),
    emergencyStatus: t.enum('Active', 'Inactive').about('Whether emergency calls can be made from the number.'),
    emergencyAddressSid: t.ref('Address').about('The address sent to emergency services; null if there is none.'),
    emergencyAddressStatus: t
      .enum(
        'registered',
        'unregistered',
        'pending-registration',
        'registration-failure',
        'pending-unregistration',
        'unregistration-failure',
      )
      .about("Registration of the number's address with emergency services."),
    apiVersion: t.string,
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  relations: {
    studioFlow: t.row(
      'StudioFlow',
      [flowSid],
      'The Studio flow that handles calls to the number, or else messages; null if its webhooks lead to none.',
    ),
    auditEvents: t.many(
      'MonitorEvent',
      { resourceSid: 'sid' },
      'Changes to it, by whom and when, as Monitor recorded them.',
    ),
    lookup: t.row('LookupPhoneNumber', ['phoneNumber'], 'What Lookup knows about the number. Its packages cost money.'),
    route: t.row('RoutesPhoneNumber', ['phoneNumber'], 'The regions that handle the number.'),
    conversationAddress: t.row(
      'ConversationsAddressConfiguration',
      ['phoneNumber'],
      'What happens to messages to the number that belong to no conversation; null if nothing is configured.',
    ),
    hostedNumberOrder: t.one(
      'HostedNumberOrder',
      { incomingPhoneNumberSid: 'sid' },
      'The order by which Twilio hosts the number for its owner; null if there is none.',
    ),
    tollfreeVerification: t.one(
      'TollfreeVerification',
      { tollfreePhoneNumberSid: 'sid' },
      'The verification that lets a toll-free number send messages; null if there is none.',
    ),
    inboundCalls: t.many('Call', { to: 'phoneNumber' }, 'Calls to this number, newest first.'),
    outboundCalls: t.many('Call', { from: 'phoneNumber' }, 'Calls from this number, newest first.'),
    inboundMessages: t.many('Message', { to: 'phoneNumber' }, 'Messages to this number, newest first.'),
    outboundMessages: t.many('Message', { from: 'phoneNumber' }, 'Messages from this number, newest first.'),
  },
  batch: 'whole',
  filters,
  create: {
    phoneNumber: t.phone.about('The number to buy, in E.164 format: one of the numbers on sale.'),
    areaCode: t.digits.about('Buys any number with this area code. US and Canada only.'),
    ...settings,
  },
  update: {
    accountSid: t.sid.about('Transfers the number to this account: the parent account or one of its subaccounts.'),
    ...settings,
  },
  requireOneOf: [['phoneNumber', 'areaCode']],
  uniqueBy: 'phoneNumber',
  identifiedBy: ['phoneNumber'],
  paid: ['create'],
  admin: ['create'],
  remove: true,
  fetch: true,
});
