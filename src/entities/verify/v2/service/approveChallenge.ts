/** Passkey approval of a service. */
import { entity, t } from '../../../../model/index.ts';
import { VerifyService } from '../service.ts';

export const VerifyPasskeyApproval = entity('VerifyPasskeyApproval', {
  in: VerifyService,
  at: 'approveChallenge',
  inside: ['passkeyApproval', 'passkeyApprovals'],
  body: 'json',
  about: "Checks a device's answer to a passkey challenge.",
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('VerifyService'),
    entitySid: t.sid.about('SID (YE…) of the entity. Fetch it by its `identity`.'),
    identity: t.string.pii.about('The user, as your application calls them.'),
    factorSid: t.sid.about('SID (YF…) of the passkey that answered.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    dateResponded: t.dateTime.about('When the device answered.'),
    expirationDate: t.dateTime.about('When the challenge expires if it is not answered.'),
    status: t
      .enum('pending', 'expired', 'approved', 'denied')
      .about('`PENDING` until the device answers; the other values are final.'),
    respondedReason: t
      .enum('none', 'not_needed', 'not_requested')
      .about('Reason for the status; `NONE` if there is no particular one.'),
    details: t.json.pii.about('What the person sees: `message` and `fields`.'),
    hiddenDetails: t.json.pii.about('JSON object of yours that the person does not see.'),
    metadata: t.json.pii.about('JSON object that the device added, such as its operating system.'),
    factorType: t
      .enum('push', 'totp', 'passkeys')
      .about('`PUSH`: an app of yours with the Verify SDK. `TOTP`: an authenticator app. `PASSKEYS`: a passkey.'),
    url: t.omit,
    links: t.omit,
    options: t.json.about("Options of the browser's WebAuthn call."),
  },
  relations: {
    challenge: t.row('VerifyChallenge', ['identity', 'sid'], 'The challenge as it is stored.'),
    factor: t.row('VerifyFactor', ['identity', 'factorSid'], 'The passkey that answered.'),
    entity: t.row('VerifyEntity', ['identity'], 'The entity that was challenged.'),
  },
  update: {
    id: t.string.required.about("ID of the passkey as base64url text: `id` of the browser's credential."),
    rawId: t.secret.from('rawId').required.about('The same ID as base64url text of the raw bytes.'),
    authenticatorAttachment: t
      .enum('platform', 'cross-platform')
      .from('authenticatorAttachment')
      .required.about('What the browser used: the device itself, or another one.'),
    type: t.enum('public-key'),
    response: t
      .object('Response', {
        authenticatorData: t.string
          .from('authenticatorData')
          .required.about('Bytes of the authenticator, as base64url text.'),
        clientDataJSON: t.string
          .from('clientDataJSON')
          .required.about('Client data that the signature covers, as base64url text.'),
        signature: t.string.required.about("Signature with the passkey's private key, as base64url text."),
        userHandle: t.string.from('userHandle').about('ID of the user that the passkey holds, as base64url text.'),
      })
      .pii.required.about("The browser's answer: `response` of the credential. Bytes as base64url text."),
  },
});
