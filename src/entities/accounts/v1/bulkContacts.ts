/** Accounts bulk contacts. */
import { entity, t } from '../../../model/index.ts';
import { accountSettings } from './product.ts';

export const AccountsBulkContacts = entity('AccountsBulkContacts', {
  in: accountSettings,
  at: 'bulkContacts',
  about: "Uploads many recipients' contact data (country, postal code) for compliance checks in one call.",
  fields: {
    items: t.json.pii.about(
      'One object per recipient: `contact_id`, `correlation_id`, `country_iso_code` and `zip_code`. In the result: what was wrong, by `correlation_id`.',
    ),
  },
  create: { items: t.json.pii.list.required },
});
