/** The making of an API key: the only moment at which its secret can be read. */
import { entity } from '../../../../model/index.ts';
import { Account } from '../account.ts';
import { newKeySpec } from './keys.ts';

export const NewKey = entity('NewKey', {
  in: Account,
  at: 'newKeys',
  sid: 'SK',
  about: 'An API key at its birth, with the secret that nobody can read again. Afterwards it is found among `keys`.',
  ...newKeySpec('Key', 'Names the key, and is the user name to sign in with.', 'The password that belongs to `sid`.'),
});
