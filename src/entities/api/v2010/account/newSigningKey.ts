/** Creation of signing keys: the only time at which the secret is available. */
import { entity } from '../../../../model/index.ts';
import { Account } from '../account.ts';
import { newKeySpec } from './keys.ts';

export const NewSigningKey = entity('NewSigningKey', {
  in: Account,
  at: 'newSigningKeys',
  sid: 'SK',
  about:
    'A new signing key with its secret, which cannot be read later. ' + 'The key itself is then one of `signingKeys`.',
  ...newKeySpec(
    'SigningKey',
    'SID of the key, used as issuer of access tokens.',
    'Secret with which access tokens are signed.',
  ),
});
