/** Creation of API keys: the only time at which the secret is available. */
import { entity } from '../../../../model/index.ts';
import { Account } from '../account.ts';
import { newKeySpec } from './keys.ts';

export const NewKey = entity('NewKey', {
  in: Account,
  at: 'newKeys',
  sid: 'SK',
  about: 'A new API key with its secret, which cannot be read later. The key itself is then one of `keys`.',
  ...newKeySpec('Key', 'SID of the key, used as user name.', 'Secret of the key, used as password.'),
});
