/** The making of a signing key: the only moment at which its secret can be read. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const NewSigningKey = entity('NewSigningKey', {
  in: Account,
  at: 'newSigningKeys',
  sid: 'SK',
  about:
    'A signing key at its birth, with the secret that nobody can read again. ' +
    'Afterwards it is found among `signingKeys`.',
  fields: {
    sid: t.ref('SigningKey').about('Names the key; tokens carry it as their issuer.'),
    friendlyName: t.string.pii,
    secret: t.once.about('What tokens are signed with. Keep it now: Twilio never tells it again.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  create: { friendlyName: t.string.pii },
});
