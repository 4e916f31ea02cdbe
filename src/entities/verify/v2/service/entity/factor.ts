/** Factors of an entity. */
import { entity, t } from '../../../../../model/index.ts';
import { VerifyEntity } from '../entity.ts';

export const VerifyFactor = entity('VerifyFactor', {
  in: VerifyEntity,
  at: 'factors',
  sid: 'YF',
  about: 'A device or authenticator app with which a user proves sign-ins.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('VerifyService'),
    entitySid: t.sid.about('SID (YE…) of the entity. Fetch it by its `identity`.'),
    identity: t.string.pii.about('The user, as your application calls them.'),
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
  relations: {
    challenges: t.many('VerifyChallenge', { factorSid: 'sid' }, 'Challenges of the factor.'),
  },
  filters: {},
  update: {
    authPayload: t.secret.about(
      "Proof that verifies the factor: a code of the authenticator app, or the device's signature.",
    ),
    friendlyName: t.string,
    'config.notificationToken': t.secret.about('Token with which the push service reaches the device.'),
    'config.sdkVersion': t.string.about('Version of the Verify Push SDK in the app.'),
    'config.timeStep': t.int.about('Seconds after which the app shows a new code, from 20 to 60.'),
    'config.skew': t.int.about('How many time steps before and after the present one are accepted, from 0 to 2.'),
    'config.codeLength': t.int.about("Number of digits of the app's codes, from 3 to 8."),
    'config.alg': t.enum('sha1', 'sha256', 'sha512').about('Hash with which codes are made. Default: SHA1.'),
    'config.notificationPlatform': t.string.about('Push service of the device: `apn`, `fcm` or `none`.'),
  },
  remove: true,
  fetch: true,
  admin: ['remove', 'update'],
});
