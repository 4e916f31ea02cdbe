/** IAM API key summary. */
import { entity, t } from '../../../model/index.ts';
import { iam } from './product.ts';

export const IamApiKeySummary = entity('IamApiKeySummary', {
  in: iam,
  at: 'getApiKeys',
  plural: 'apiKeySummaries',
  about: 'An API key of the account, in its list.',
  fields: {
    sid: t.ref('Key'),
    friendlyName: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    flags: t.string.list.about('What the key can do, such as `rest_api` and `signing`.'),
  },
  filters: { accountSid: t.sid.required },
  admin: ['list'],
});
