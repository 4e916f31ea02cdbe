/** Accounts bulk consents. */
import { entity, t } from '../../../model/index.ts';
import { accountSettings } from './product.ts';

export const AccountsBulkConsents = entity('AccountsBulkConsents', {
  in: accountSettings,
  at: 'bulkConsents',
  about: "Uploads many recipients' opt-ins and opt-outs in one call.",
  fields: {
    items: t.json.pii.about(
      'One object per recipient: `contact_id`, `correlation_id`, `sender_id`, `status` (opt-in or opt-out), `source` and `date_of_consent`. In the result: what was wrong, by `correlation_id`.',
    ),
  },
  create: { items: t.json.pii.list.required },
  admin: ['create'],
});
