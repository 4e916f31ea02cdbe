/** O auth authorize. */
import { entity, t } from '../../../model/index.ts';
import { oauth } from './product.ts';

export const OAuthAuthorize = entity('OAuthAuthorize', {
  in: oauth,
  at: 'authorize',
  about: 'Starts an OAuth sign-in and returns where to send the browser.',
  fields: { redirectTo: t.string },
  fetch: {
    responseType: t.string,
    clientId: t.string,
    redirectUri: t.string,
    scope: t.string,
    state: t.string,
    codeChallenge: t.string,
    codeChallengeMethod: t.enum('S256'),
  },
});
