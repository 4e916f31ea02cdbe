/** Keys that sign access tokens. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const SigningKey = entity('SigningKey', {
  in: Account,
  at: 'signingKeys',
  sid: 'SK',
  about:
    "A key with which your server signs the access tokens of Twilio's client SDKs. `newSigningKeyCreate` makes one; " +
    'delete it, and the tokens that it signed are worth nothing.',
  fields: {
    sid: t.sid.about('Names the key; tokens carry it as their issuer.'),
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
