/** Keys that sign access tokens. */
import { entity } from '../../../../model/index.ts';
import { Account } from '../account.ts';
import { keySpec } from './keys.ts';

export const SigningKey = entity('SigningKey', {
  in: Account,
  at: 'signingKeys',
  sid: 'SK',
  about:
    "A key with which your server signs the access tokens of Twilio's client SDKs. `newSigningKeyCreate` makes one; " +
    'delete it, and the tokens that it signed are worth nothing.',
  ...keySpec('Names the key; tokens carry it as their issuer.'),
});
