/** Accounts bulk consents. */
import { entity, t } from '../../../model/index.ts';
import { accountSettings } from './product.ts';

export const AccountsBulkConsents = entity('AccountsBulkConsents', {
  in: accountSettings,
  at: 'bulkConsents',
  about: "Uploads many recipients' opt-ins and opt-outs in one call.",
  fields: { items: t.json.pii },
  create: { items: t.json.pii.list.required },
  admin: ['create'],
});
