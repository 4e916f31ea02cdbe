/** O auth v1 token. */
import { entity, t } from '../../../model/index.ts';
import { oauthV1 } from './product.ts';

export const OAuthV1Token = entity('OAuthV1Token', {
  in: oauthV1,
  at: 'token',
  about: 'Trades an OAuth code or refresh token for an access token (version 1).',
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
