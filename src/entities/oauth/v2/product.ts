/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const oauth = product('oauth.v2', (twilio) => twilio.oauth.v2, {
  entry: 'oauth',
  prefix: 'OAuth',
  about: 'Access tokens for OAuth apps.',
});
