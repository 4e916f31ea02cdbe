/** Iam token. */
import { entity, t } from '../../../model/index.ts';
import { iam } from './product.ts';

export const IamToken = entity('IamToken', {
  in: iam,
  at: 'token',
  about: 'Trades client credentials or a code for an access token.',
  fields: {
    accessToken: t.shownOnce,
    refreshToken: t.shownOnce,
    idToken: t.shownOnce,
    tokenType: t.string,
    expiresIn: t.long,
  },
  create: {
    grantType: t.string.required,
    clientId: t.string.required,
    clientSecret: t.secret,
    code: t.secret,
    redirectUri: t.string,
    audience: t.string,
    refreshToken: t.secret,
    scope: t.string,
  },
  admin: ['create'],
});
