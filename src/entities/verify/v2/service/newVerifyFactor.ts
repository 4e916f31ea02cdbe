/** Passkey factor check of a service. */
import { entity, t } from '../../../../model/index.ts';
import { VerifyService } from '../service.ts';

export const VerifyPasskeyFactorCheck = entity('VerifyPasskeyFactorCheck', {
  in: VerifyService,
  at: 'newVerifyFactors',
  inside: ['passkeyFactorCheck', 'passkeyFactorChecks'],
  body: 'json',
  about: "Completes registering a passkey with the device's answer.",
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('VerifyService'),
    entitySid: t.sid.about('SID (YE…) of the entity. Fetch it by its `identity`.'),
    identity: t.string.pii.about('The user, as your application calls them.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    friendlyName: t.string,
    status: t.enum('unverified', 'verified').about("`VERIFIED` if the browser's answer was accepted."),
    factorType: t
      .enum('push', 'totp', 'passkeys')
      .about('`PUSH`: an app of yours with the Verify SDK. `TOTP`: an authenticator app. `PASSKEYS`: a passkey.'),
    config: t.json.about('Settings of the passkey: relying party and what the device must do.'),
    metadata: t.json.pii.about(
      'Facts about the passkey: `aaguid` (model of its authenticator), and `date_last_approved` once used.',
    ),
    url: t.omit,
  },
  relations: {
    factor: t.row('VerifyFactor', ['identity', 'sid'], 'The factor as it is stored.'),
    entity: t.row('VerifyEntity', ['identity'], 'The entity that the factor belongs to.'),
  },
  update: {
    id: t.string.about("ID of the passkey as base64url text: `id` of the browser's credential."),
    rawId: t.secret.from('rawId').about('The same ID as base64url text of the raw bytes.'),
    authenticatorAttachment: t
      .enum('platform', 'cross-platform')
      .from('authenticatorAttachment')
      .about('What the browser used: the device itself, or another one.'),
    type: t.enum('public-key'),
    response: t
      .object('Response', {
        attestationObject: t.string
          .from('attestationObject')
          .about('Public key and proof of the authenticator, as base64url text.'),
        clientDataJSON: t.string.from('clientDataJSON').about('Client data of the browser, as base64url text.'),
        transports: t.string.list.about('How the authenticator can be reached, such as `internal`, `usb` or `nfc`.'),
      })
      .pii.required.about("The browser's answer: `response` of the credential. Bytes as base64url text."),
  },
  admin: ['update'],
});
