/** Aws credentials. */
import { entity, t } from '../../../../model/index.ts';
import { AccountsCredential } from '../credential.ts';

export const AccountsAwsCredential = entity('AccountsAwsCredential', {
  in: AccountsCredential,
  at: 'aws',
  sid: 'CR',
  plural: 'awsCredentials',
  inside: ['awsCredential', 'awsCredentials'],
  about: 'AWS keys that Twilio uses to write recordings or other data into your own bucket.',
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
    credentials: t.secret.required.about(
      'Access key ID and secret access key, separated by a colon. Never shown again.',
    ),
    friendlyName: t.string,
    accountSid: t.sid,
  },
  update: { friendlyName: t.string },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
