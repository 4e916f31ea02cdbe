/** Passkey factor of a service. */
import { entity, t } from '../../../../model/index.ts';
import { VerifyService } from '../service.ts';

export const VerifyPasskeyFactor = entity('VerifyPasskeyFactor', {
  in: VerifyService,
  at: 'newFactors',
  inside: ['passkeyFactor', 'passkeyFactors'],
  body: 'json',
  about: 'Starts registering a passkey.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('VerifyService'),
    entitySid: t.sid.about('SID (YE…) of the entity. Fetch it by its `identity`.'),
    identity: t.string.pii.about('The user, as your application calls them.'),
    binding: t.json.about('What ties the factor to the device, as JSON; null for passkeys.'),
    options: t.json.about('Options for the browser: pass `publicKey` to `navigator.credentials.create`.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    friendlyName: t.string,
    status: t.enum('unverified', 'verified').about("`VERIFIED` once the browser's answer has been checked."),
    factorType: t
      .enum('push', 'totp', 'passkeys')
      .about('`PUSH`: an app of yours with the Verify SDK. `TOTP`: an authenticator app. `PASSKEYS`: a passkey.'),
    config: t.json.about('Settings of the passkey: relying party and what the device must do.'),
    metadata: t.json.pii.about('Facts about the passkey, such as the model of its authenticator (`aaguid`).'),
    url: t.omit,
  },
  relations: {
    factor: t.row('VerifyFactor', ['identity', 'sid'], 'The factor as it is stored.'),
    entity: t.row('VerifyEntity', ['identity'], 'The entity that the factor belongs to.'),
  },
  create: {
    friendlyName: t.string.required,
    identity: t.string.pii.required,
    config: t.object('Config', {
      relyingParty: t
        .object('ConfigRelyingParty', {
          id: t.string.about('Domain to which the passkey is bound, such as example.com.'),
          name: t.string.about('Name that people see when they create a passkey.'),
          origins: t.string.list.about('Origins that may use the passkey, such as login.example.com.'),
        })
        .about('The site for which the passkey is valid. Default: that of the service.'),
      authenticatorAttachment: t.string.about(
        '`platform` for the device itself, `cross-platform` for a security key or another device, `any` for both.',
      ),
      discoverableCredentials: t.string.about(
        'Whether the passkey can be found without a user name: `required`, `preferred` or `discouraged`.',
      ),
      userVerification: t.string.about(
        'Whether the device checks its user by PIN or biometrics: `required`, `preferred` or `discouraged`.',
      ),
    }),
  },
  admin: ['create'],
});
