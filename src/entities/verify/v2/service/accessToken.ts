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
    entityIdentity: t.string.pii.about('The user for whom the token is: an identity of yours, not a name or a number.'),
    factorType: t.enum('push'),
    factorFriendlyName: t.string.pii.about("Name that the new factor gets, such as the device's."),
    token: t.shownOnce.about('Give it to the app. Shown only in the payload that created it.'),
    url: t.omit,
    ttl: t.int.about('Seconds that the token is valid, from 60 to 300. Default: 60.'),
    dateCreated: t.dateTime,
  },
  relations: {
    entity: t.row('VerifyEntity', ['entityIdentity'], 'The entity that the token is for.'),
  },
  create: {
    identity: t.string.pii.required.about(
      'The user for whom the token is: an identity of yours, not a name or a number.',
    ),
    factorType: t.enum('push').required,
    factorFriendlyName: t.string,
    ttl: t.int,
  },
  fetch: true,
  admin: ['create'],
});
