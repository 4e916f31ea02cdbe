/** The making of an API key: the only moment at which its secret can be read. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const NewKey = entity('NewKey', {
  in: Account,
  at: 'newKeys',
  sid: 'SK',
  about: 'An API key at its birth, with the secret that nobody can read again. Afterwards it is found among `keys`.',
  fields: {
    sid: t.ref('Key').about('Names the key, and is the user name to sign in with.'),
    friendlyName: t.string.pii,
    secret: t.once.about('The password that belongs to `sid`. Keep it now: Twilio never tells it again.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  create: { friendlyName: t.string.pii },
});
