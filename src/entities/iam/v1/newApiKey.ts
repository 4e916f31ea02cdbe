/** Iam new api key. */
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
    secret: t.shownOnce,
    policy: t.json,
  },
  create: { accountSid: t.sid.required, friendlyName: t.string, keyType: t.string, policy: t.json },
  admin: ['create'],
});
