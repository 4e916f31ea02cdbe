/** Preview iam token. */
import { entity, t } from '../../../model/index.ts';
import { previewIam } from './product.ts';

export const PreviewIamToken = entity('PreviewIamToken', {
  in: previewIam,
  at: 'token',
  about: 'Trades an OAuth code or refresh token for an access token.',
  fields: {
    accessToken: t.shownOnce,
    refreshToken: t.secret,
    idToken: t.secret,
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
