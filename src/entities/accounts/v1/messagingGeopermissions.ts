/** Accounts messaging geo permissions. */
import { entity, t } from '../../../model/index.ts';
import { accountSettings } from './product.ts';

export const AccountsMessagingGeoPermissions = entity('AccountsMessagingGeoPermissions', {
  in: accountSettings,
  at: 'messagingGeopermissions',
  about: 'Which countries this account may send messages to.',
  fields: { permissions: t.json },
  update: { permissions: t.json.list.required },
  fetch: { countryCode: t.string },
  admin: ['update'],
});
