/** Access tokens of a service. */
import { entity, t } from '../../../../model/index.ts';
import { VerifyService } from '../service.ts';

export const VerifyAccessToken = entity('VerifyAccessToken', {
  in: VerifyService,
  at: 'accessTokens',
  sid: 'YK',
  about: 'A short-lived token with which an app registers a push factor.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('VerifyService'),
    entityIdentity: t.string.pii,
    factorType: t.enum('push'),
    factorFriendlyName: t.string.pii,
    token: t.shownOnce,
    url: t.omit,
    ttl: t.int,
    dateCreated: t.dateTime,
  },
  relations: {
    entity: t.row('VerifyEntity', ['entityIdentity'], 'The entity that the token is for.'),
  },
  create: {
    identity: t.string.pii.required,
    factorType: t.enum('push').required,
    factorFriendlyName: t.string,
    ttl: t.int,
  },
  fetch: true,
  admin: ['create'],
});
