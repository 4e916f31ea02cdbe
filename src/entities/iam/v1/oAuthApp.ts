/** OAuth apps. */
import { entity, t } from '../../../model/index.ts';
import { iam } from './product.ts';

const settings = {
  type: t.string,
  friendlyName: t.string,
  description: t.string,
  policy: t.object('Policy', { allow: t.string.list, deny: t.string.list }),
  accessTokenTtl: t.int,
};

export const IamOAuthApp = entity('IamOAuthApp', {
  in: iam,
  at: 'oAuthApps',
  sid: 'OQ',
  body: 'json',
  about: 'An OAuth client of the account with its permissions.',
  fields: {
    type: t.string,
    sid: t.sid,
    friendlyName: t.string,
    description: t.string,
    dateCreated: t.dateTime,
    createdBy: t.string.pii.about('Who created the client.'),
    creatorSid: t.sid,
    secret: t.shownOnce.about('Secret of the client. Shown only in the payload that created it.'),
    status: t.string,
    policy: t.object('Policy', {
      allow: t.string.list.about('Names of permissions that the client has.'),
      deny: t.string.list.about('Names of permissions that the client does not have.'),
    }),
    accessTokenTtl: t.int.about('Seconds that its access tokens are valid.'),
    code: t.omit,
    message: t.omit,
    moreInfo: t.omit,
  },
  create: {
    ownerSid: t.string,
    clientSid: t.sid,
    tokenEndpointAuthMethod: t
      .enum('client_secret_basic')
      .about("How the client proves itself. PKCE needs Twilio's v2."),
    ...settings,
  },
  update: { ...settings },
  remove: true,
  admin: ['create', 'remove', 'update'],
});
