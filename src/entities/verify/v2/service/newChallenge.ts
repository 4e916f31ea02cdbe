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
    entitySid: t.sid,
    identity: t.string.pii,
    factorSid: t.sid,
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
    options: t.json,
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
