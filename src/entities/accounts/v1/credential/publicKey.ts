/** Public keys. */
import { entity, t } from '../../../../model/index.ts';
import { AccountsCredential } from '../credential.ts';

export const AccountsPublicKey = entity('AccountsPublicKey', {
  in: AccountsCredential,
  at: 'publicKey',
  sid: 'CR',
  plural: 'publicKeys',
  inside: ['publicKey', 'publicKeys'],
  about: 'A public key of yours, with which Twilio checks signed requests or encrypts recordings.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  batch: 'whole',
  filters: {},
  create: {
    publicKey: t.string.required.about('The public key in PEM format.'),
    friendlyName: t.string,
    accountSid: t.sid,
  },
  update: { friendlyName: t.string },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
