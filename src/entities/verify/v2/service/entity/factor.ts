/** Factors of an entity. */
import { entity, t } from '../../../../../model/index.ts';
import { VerifyEntity } from '../entity.ts';

export const VerifyFactor = entity('VerifyFactor', {
  in: VerifyEntity,
  at: 'factors',
  sid: 'YF',
  about: 'A device or authenticator app that a user proves sign-ins with.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('VerifyService'),
    entitySid: t.sid,
    identity: t.string.pii,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    friendlyName: t.string,
    status: t.enum('unverified', 'verified'),
    factorType: t.enum('push', 'totp', 'passkeys'),
    config: t.json,
    metadata: t.json.pii,
    url: t.omit,
  },
  filters: {},
  update: {
    authPayload: t.secret,
    friendlyName: t.string,
    'config.notificationToken': t.secret,
    'config.sdkVersion': t.string,
    'config.timeStep': t.int,
    'config.skew': t.int,
    'config.codeLength': t.int,
    'config.alg': t.enum('sha1', 'sha256', 'sha512'),
    'config.notificationPlatform': t.string,
  },
  remove: true,
  fetch: true,
  admin: ['remove', 'update'],
});
