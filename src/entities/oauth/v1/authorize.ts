/** O auth v1 authorize. */
import { entity, t } from '../../../model/index.ts';
import { oauthV1 } from './product.ts';

export const OAuthV1Authorize = entity('OAuthV1Authorize', {
  in: oauthV1,
  at: 'authorize',
  about: 'Starts an OAuth sign-in and returns where to send the browser (version 1).',
  fields: { redirectTo: t.string },
  fetch: { responseType: t.string, clientId: t.string, redirectUri: t.string, scope: t.string, state: t.string },
});
