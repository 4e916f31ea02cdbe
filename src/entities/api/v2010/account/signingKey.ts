/** Keys that sign access tokens. */
import { entity } from '../../../../model/index.ts';
import { Account } from '../account.ts';
import { keySpec } from './keys.ts';

export const SigningKey = entity('SigningKey', {
  in: Account,
  at: 'signingKeys',
  sid: 'SK',
  about:
    "A key with which your server signs access tokens for Twilio's client SDKs. `newSigningKeyCreate` creates one; " +
    'deleting it invalidates the tokens that it signed.',
  ...keySpec('SID of the key, used as issuer of access tokens.'),
});
