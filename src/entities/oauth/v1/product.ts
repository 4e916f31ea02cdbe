/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const oauthV1 = product('oauth.v1', (twilio) => twilio.oauth.v1, {
  entry: 'oauthV1',
  prefix: 'OAuthV1',
  about: 'The first version of access tokens for OAuth apps.',
  deprecated: 'Use `oauth`.',
});
