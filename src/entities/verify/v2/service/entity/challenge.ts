/** Challenges of an entity. */
import { entity, t } from '../../../../../model/index.ts';
import { VerifyEntity } from '../entity.ts';

export const VerifyChallenge = entity('VerifyChallenge', {
  in: VerifyEntity,
  at: 'challenges',
  sid: 'YC',
  about: 'A request to approve a sign-in, or a one-time code to check.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('VerifyService'),
    entitySid: t.sid.about('SID (YE…) of the entity. Fetch it by its `identity`.'),
    identity: t.string.pii.about('The user, as your application calls them.'),
    factorSid: t.ref('VerifyFactor'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    dateResponded: t.dateTime.about('When the person approved or denied it; null until then.'),
    expirationDate: t.dateTime.about(
      'When it expires if it is not answered. Default: 5 minutes after its creation, at most 60.',
    ),
    status: t
      .enum('pending', 'expired', 'approved', 'denied')
      .about('`PENDING` until it is answered or expires; the other values are final.'),
    respondedReason: t
      .enum('none', 'not_needed', 'not_requested')
      .about('Reason for the status; `NONE` if there is no particular one.'),
    details: t.json.pii.about('What the person sees on the device: `message`, and `fields` with labels and values.'),
    hiddenDetails: t.json.pii.about('JSON object of yours that the person does not see.'),
    metadata: t.json.pii.about('JSON object that the device added, such as its operating system.'),
    factorType: t
      .enum('push', 'totp', 'passkeys')
      .about('`PUSH`: an app of yours with the Verify SDK. `TOTP`: an authenticator app. `PASSKEYS`: a passkey.'),
    url: t.omit,
    links: t.omit,
  },
  filters: {
    factorSid: t.equal,
    status: t.equal,
    order: t.enum('asc', 'desc').named('VerifyChallengeOrderValue').about('Order by time of creation.'),
  },
  create: {
    factorSid: t.sid.required,
    expirationDate: t.dateTime,
    'details.message': t.string.pii.about('Text that the person sees on the device, such as who signs in where.'),
    'details.fields': t.json.pii.list.about('Further facts for the person, each an object with `label` and `value`.'),
    hiddenDetails: t.json.pii,
    authPayload: t.secret.about('Code of an authenticator app: the challenge is created and checked at once.'),
  },
  update: {
    authPayload: t.secret.about(
      "Proof of the answer: the code of an authenticator app, or the device's signed response.",
    ),
    metadata: t.json.pii,
  },
  fetch: true,
  paid: ['create'],
  terminal: { status: ['approved', 'denied', 'expired'] },
});
