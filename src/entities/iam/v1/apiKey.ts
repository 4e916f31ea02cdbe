/** API keys. */
import { entity, t } from '../../../model/index.ts';
import { iam } from './product.ts';

export const IamApiKey = entity('IamApiKey', {
  in: iam,
  at: 'apiKey',
  sid: 'SK',
  about: 'An API key, with its permissions if it is restricted.',
  fields: {
    sid: t.ref('Key'),
    friendlyName: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    policy: t.json.about('Permissions of a restricted key as JSON: `allow`. Null for other keys.'),
  },
  update: { friendlyName: t.string, policy: t.json },
  remove: true,
  fetch: true,
  admin: ['remove', 'update'],
});
