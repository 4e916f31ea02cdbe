/** API keys: what programs sign in with. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const Key = entity('Key', {
  in: Account,
  at: 'keys',
  sid: 'SK',
  about:
    'An API key, with which a program signs in instead of the Auth Token. `newKeyCreate` makes one; ' +
    'delete it, and everything that uses it is locked out.',
  fields: {
    sid: t.sid.about('Names the key, and is the user name to sign in with.'),
    friendlyName: t.string.pii,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  batch: 'whole',
  filters: {},
  update: { friendlyName: t.string.pii },
  remove: true,
  fetch: true,
});
