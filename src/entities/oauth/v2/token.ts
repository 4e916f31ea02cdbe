/** OAuth token. */
import { entity, t } from '../../../model/index.ts';
import { oauth } from './product.ts';

export const OAuthToken = entity('OAuthToken', {
  in: oauth,
  at: 'token',
  about: 'Trades an OAuth code, refresh token or client credentials for an access token.',
  fields: {
    accessToken: t.shownOnce.about('Sent as bearer token with requests to Twilio.'),
    refreshToken: t.shownOnce.about('Gets a new access token without another sign-in.'),
    idToken: t.shownOnce.about("JWT with the user's profile."),
    tokenType: t.string.about('How to send the token, such as Bearer.'),
    expiresIn: t.long.about('Seconds until the access token expires.'),
  },
  create: {
    grantType: t.string.required.about('`client_credentials`, `authorization_code` or `refresh_token`.'),
    accountSid: t.string,
    clientId: t.string.about('ID of the OAuth client.'),
    clientSecret: t.secret.about('Secret of the OAuth client.'),
    code: t.secret.about('Code from the redirect, for `authorization_code`.'),
    redirectUri: t.string.about('The URI of the sign-in, for `authorization_code`.'),
    audience: t.string.about('API for which the token is.'),
    refreshToken: t.secret,
    scope: t.string.about('Permissions that the token is to have, separated by spaces.'),
    codeVerifier: t.secret.about('The text whose hash was `codeChallenge` (PKCE).'),
  },
  admin: ['create'],
});
