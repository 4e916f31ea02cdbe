/** Passkey challenge of a service. */
import { entity, t } from '../../../../model/index.ts';
import { VerifyService } from '../service.ts';

export const VerifyPasskeyChallenge = entity('VerifyPasskeyChallenge', {
  in: VerifyService,
  at: 'newChallenge',
  inside: ['passkeyChallenge', 'passkeyChallenges'],
  body: 'json',
  about: 'Starts a sign-in with a passkey.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('VerifyService'),
    entitySid: t.sid.about('SID (YE…) of the entity. Fetch it by its `identity`.'),
    identity: t.string.pii.about('The user, as your application calls them.'),
    factorSid: t.sid.about('SID (YF…) of the passkey that is challenged.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    dateResponded: t.dateTime.about('When the device answered; null until then.'),
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
    options: t.json.about('Options for the browser: pass `publicKey` to `navigator.credentials.get`.'),
  },
  relations: {
    challenge: t.row('VerifyChallenge', ['identity', 'sid'], 'The challenge as it is stored.'),
    factor: t.row('VerifyFactor', ['identity', 'factorSid'], 'The factor that answers the challenge.'),
    entity: t.row('VerifyEntity', ['identity'], 'The entity that is challenged.'),
  },
  create: { identity: t.string.pii, factorSid: t.string },
  paid: ['create'],
  terminal: { status: ['approved', 'denied', 'expired'] },
});
