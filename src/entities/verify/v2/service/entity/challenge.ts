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
    entitySid: t.sid,
    identity: t.string.pii,
    factorSid: t.ref('VerifyFactor'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    dateResponded: t.dateTime,
    expirationDate: t.dateTime,
    status: t.enum('pending', 'expired', 'approved', 'denied'),
    respondedReason: t.enum('none', 'not_needed', 'not_requested'),
    details: t.json.pii,
    hiddenDetails: t.json.pii,
    metadata: t.json.pii,
    factorType: t.enum('push', 'totp', 'passkeys'),
    url: t.omit,
    links: t.omit,
  },
  filters: { factorSid: t.equal, status: t.equal, order: t.enum('asc', 'desc').named('VerifyChallengeOrderValue') },
  create: {
    factorSid: t.sid.required,
    expirationDate: t.dateTime,
    'details.message': t.string.pii,
    'details.fields': t.json.pii.list,
    hiddenDetails: t.json.pii,
    authPayload: t.secret,
  },
  update: { authPayload: t.secret, metadata: t.json.pii },
  fetch: true,
  paid: ['create'],
  terminal: { status: ['approved', 'denied', 'expired'] },
});
