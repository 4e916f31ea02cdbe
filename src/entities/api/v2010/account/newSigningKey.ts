/** The making of a signing key: the only moment at which its secret can be read. */
import { entity } from '../../../../model/index.ts';
import { Account } from '../account.ts';
import { newKeySpec } from './keys.ts';

export const NewSigningKey = entity('NewSigningKey', {
  in: Account,
  at: 'newSigningKeys',
  sid: 'SK',
  about:
    'A signing key at its birth, with the secret that nobody can read again. ' +
    'Afterwards it is found among `signingKeys`.',
  ...newKeySpec('SigningKey', 'Names the key; tokens carry it as their issuer.', 'What tokens are signed with.'),
});
