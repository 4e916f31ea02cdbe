/** Services. */
import { entity, t } from '../../../model/index.ts';
import { verify } from './product.ts';

const settings = {
  codeLength: t.int,
  lookupEnabled: t.boolean,
  skipSmsToLandlines: t.boolean,
  dtmfInputRequired: t.boolean,
  ttsName: t.string,
  psd2Enabled: t.boolean,
  doNotShareWarningEnabled: t.boolean,
  customCodeEnabled: t.boolean,
  'push.includeDate': t.boolean.about('Whether the payload of a push challenge includes its date.'),
  'push.apnCredentialSid': t.sid.about("SID (CR…) of the credential for Apple's push service."),
  'push.fcmCredentialSid': t.sid.about('SID (CR…) of the credential for Firebase Cloud Messaging.'),
  'totp.issuer': t.string.about('Issuer that authenticator apps show. Default: `friendlyName`.'),
  'totp.timeStep': t.int.about('Seconds after which the app shows a new code, from 20 to 60. Default: 30.'),
  'totp.codeLength': t.int.about("Number of digits of the app's codes, from 3 to 8. Default: 6."),
  'totp.skew': t.int.about(
    'How many time steps before and after the present one are accepted, from 0 to 2. Default: 1.',
  ),
  defaultTemplateSid: t.sid,
  'whatsapp.msgServiceSid': t.sid.about('SID (MG…) of the messaging service that holds your WhatsApp sender.'),
  'whatsapp.from': t.string.about('Number of your WhatsApp sender. It must belong to that messaging service.'),
  'passkeys.relyingParty.id': t.string.about('Domain to which passkeys are bound, such as example.com.'),
  'passkeys.relyingParty.name': t.string.about('Name that people see when they create a passkey.'),
  'passkeys.relyingParty.origins': t.string.about(
    'Origins that may use the passkeys, separated by commas: login.example.com,www.example.com.',
  ),
  'passkeys.authenticatorAttachment': t.string.about(
    '`platform` for the device itself, `cross-platform` for a security key or another device, `any` for both.',
  ),
  'passkeys.discoverableCredentials': t.string.about(
    'Whether a passkey can be found without a user name: `required`, `preferred` or `discouraged`.',
  ),
  'passkeys.userVerification': t.string.about(
    'Whether the device checks its user by PIN or biometrics: `required`, `preferred` or `discouraged`.',
  ),
  verifyEventSubscriptionEnabled: t.boolean,
};

export const VerifyService = entity('VerifyService', {
  in: verify,
  at: 'services',
  sid: 'VA',
  about: 'Settings under which codes are sent and checked: name, length, channels.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    codeLength: t.int.about('Number of digits of a code, from 4 to 10.'),
    lookupEnabled: t.boolean.about(
      'Whether each verification also asks Lookup for the carrier of the number. Each costs extra.',
    ),
    psd2Enabled: t.boolean.about('Whether verifications carry `amount` and `payee`, as PSD2 demands for payments.'),
    skipSmsToLandlines: t.boolean.about('Whether codes by SMS are not sent to landlines. Requires `lookupEnabled`.'),
    dtmfInputRequired: t.boolean.about('Whether the person called must press a key before the code is read out.'),
    ttsName: t.string.about('Name of the service as calls speak it. Default: `friendlyName`.'),
    doNotShareWarningEnabled: t.boolean.about('Whether a text message ends with a warning not to share the code.'),
    customCodeEnabled: t.boolean.about(
      'Whether a verification may send a code of your own in place of a generated one.',
    ),
    push: t.json.about('Settings of push factors: `include_date`, `apn_credential_sid` and `fcm_credential_sid`.'),
    totp: t.json.about('Settings of authenticator apps: `issuer`, `time_step` in seconds, `code_length` and `skew`.'),
    defaultTemplateSid: t
      .ref('VerifyTemplate')
      .about("The template of messages whose verification names none. Default: Twilio's own text."),
    whatsapp: t.json.about(
      "Your WhatsApp sender: `msg_service_sid` and `from`. Without them, codes come from Twilio's sender.",
    ),
    passkeys: t.json.about(
      'Settings of passkeys: `relying_party`, `authenticator_attachment`, `discoverable_credentials` and `user_verification`.',
    ),
    verifyEventSubscriptionEnabled: t.boolean.about(
      'Whether the events of verifications go to the sinks of Event Streams.',
    ),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  relations: {
    auditEvents: t.many(
      'MonitorEvent',
      { resourceSid: 'sid' },
      'Changes to it, by whom and when, as Monitor recorded them.',
    ),
    attempts: t.many(
      'VerificationAttempt',
      { verifyServiceSid: 'sid' },
      'Every message or call by which the service sent a code.',
    ),
    apnCredential: t.row(
      'NotifyCredential',
      ['push.apn_credential_sid'],
      'The credential for push notifications of Apple; null if there is none.',
    ),
    fcmCredential: t.row(
      'NotifyCredential',
      ['push.fcm_credential_sid'],
      'The credential for push notifications of Google; null if there is none.',
    ),
    whatsappMessagingService: t.row(
      'MessagingService',
      ['whatsapp.msg_service_sid'],
      'The messaging service that sends over WhatsApp; null if there is none.',
    ),
    defaultTemplate: t.one(
      'VerifyTemplate',
      { sid: 'defaultTemplateSid' },
      'The template of messages that name no other; null if there is none.',
    ),
  },
  batch: 'whole',
  filters: {},
  create: { friendlyName: t.string.required, ...settings },
  update: { friendlyName: t.string, ...settings },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
