/** O auth apps. */
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
    createdBy: t.string.pii,
    creatorSid: t.sid,
    secret: t.shownOnce,
    status: t.string,
    policy: t.object('Policy', { allow: t.string.list, deny: t.string.list }),
    accessTokenTtl: t.int,
    code: t.omit,
    message: t.omit,
    moreInfo: t.omit,
  },
  create: { ownerSid: t.string, clientSid: t.sid, tokenEndpointAuthMethod: t.enum('client_secret_basic'), ...settings },
  update: { ...settings },
  remove: true,
  admin: ['create', 'remove', 'update'],
});
