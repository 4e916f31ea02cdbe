/** IAM new API key. */
import { entity, t } from '../../../model/index.ts';
import { iam } from './product.ts';

export const IamNewApiKey = entity('IamNewApiKey', {
  in: iam,
  at: 'newApiKey',
  about: 'Creates an API key and shows its secret once.',
  fields: {
    sid: t.ref('Key'),
    friendlyName: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    secret: t.shownOnce.about("Password that belongs to the key's SID. Shown only in the payload that created it."),
    policy: t.json.about('Permissions of a restricted key as JSON: `allow`, an array of names.'),
  },
  create: {
    accountSid: t.sid.required,
    friendlyName: t.string,
    keyType: t.string.about('`restricted` for a key with a policy. Default: a standard key.'),
    policy: t.json,
  },
  admin: ['create'],
});
