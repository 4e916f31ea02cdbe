/** API keys: what programs sign in with. */
import { entity } from '../../../../model/index.ts';
import { Account } from '../account.ts';
import { keySpec } from './keys.ts';

export const Key = entity('Key', {
  in: Account,
  at: 'keys',
  sid: 'SK',
  about:
    'An API key, with which a program signs in instead of the Auth Token. `newKeyCreate` makes one; ' +
    'delete it, and everything that uses it is locked out.',
  ...keySpec('Names the key, and is the user name to sign in with.'),
});
