/** O auth token. */
import { entity, t } from '../../../model/index.ts';
import { oauth } from './product.ts';

export const OAuthToken = entity('OAuthToken', {
  in: oauth,
  at: 'token',
  about: 'Trades an OAuth code, refresh token or client credentials for an access token.',
  fields: {
    accessToken: t.shownOnce,
    refreshToken: t.shownOnce,
    idToken: t.shownOnce,
    tokenType: t.string,
    expiresIn: t.long,
  },
  create: {
    grantType: t.string.required,
    accountSid: t.string,
    clientId: t.string,
    clientSecret: t.secret,
    code: t.secret,
    redirectUri: t.string,
    audience: t.string,
    refreshToken: t.secret,
    scope: t.string,
    codeVerifier: t.secret,
  },
  admin: ['create'],
});
