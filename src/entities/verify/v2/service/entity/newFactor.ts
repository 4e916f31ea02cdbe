/** New factor of an entity. */
import { entity, t } from '../../../../../model/index.ts';
import { VerifyEntity } from '../entity.ts';

export const VerifyNewFactor = entity('VerifyNewFactor', {
  in: VerifyEntity,
  at: 'newFactors',
  inside: ['newFactor', 'newFactors'],
  about: 'Registers a factor for a user; shows its secret once.',
  fields: {
    sid: t.ref('VerifyFactor'),
    accountSid: t.ref('Account'),
    serviceSid: t.ref('VerifyService'),
    entitySid: t.sid.about('SID (YE…) of the entity. Fetch it by its `identity`.'),
    identity: t.string.pii.about('The user, as your application calls them.'),
    binding: t.omit,
    options: t.json.about("Options of the browser's WebAuthn call; passkeys only."),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    friendlyName: t.string,
    status: t
      .enum('unverified', 'verified')
      .about('`VERIFIED` once the user has proved that the device is theirs. Challenges need a verified factor.'),
    factorType: t
      .enum('push', 'totp', 'passkeys')
      .about('`PUSH`: an app of yours with the Verify SDK. `TOTP`: an authenticator app. `PASSKEYS`: a passkey.'),
    config: t.json.about('Settings of the factor; their names depend on `factorType`.'),
    metadata: t.json.pii.about('JSON object that the device added, such as its operating system.'),
    url: t.omit,
  },
  create: {
    friendlyName: t.string.required,
    factorType: t.enum('push', 'totp', 'passkeys').required,
    'binding.alg': t.string.about('Algorithm of `bindingPublicKey`: ES256. Push only.'),
    'binding.publicKey': t.string.about('Public key of the device, DER as base64 text. Required for push.'),
    'config.appId': t.string.about('ID of the app in its store, such as com.example.app. Required for push.'),
    'config.notificationPlatform': t.enum('apn', 'fcm', 'none').about('Push service of the device. Required for push.'),
    'config.notificationToken': t.secret.about(
      'Token with which the push service reaches the device. Required for push unless the platform is `NONE`.',
    ),
    'config.sdkVersion': t.string.about('Version of the Verify Push SDK in the app. Required for push.'),
    'binding.secret': t.secret.about('Secret of the authenticator app as base32 text. Default: a new one. TOTP only.'),
    'config.timeStep': t.int.about(
      'Seconds after which the app shows a new code, from 20 to 60. Default: that of the service.',
    ),
    'config.skew': t.int.about(
      'How many time steps before and after the present one are accepted, from 0 to 2. Default: that of the service.',
    ),
    'config.codeLength': t.int.about("Number of digits of the app's codes, from 3 to 8. Default: that of the service."),
    'config.alg': t.enum('sha1', 'sha256', 'sha512').about('Hash with which codes are made. Default: SHA1.'),
    metadata: t.json.pii,
  },
  paid: ['create'],
  admin: ['create'],
});
