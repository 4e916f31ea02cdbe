/** Accounts messaging geo permissions. */
import { entity, t } from '../../../model/index.ts';
import { accountSettings } from './product.ts';

export const AccountsMessagingGeoPermissions = entity('AccountsMessagingGeoPermissions', {
  in: accountSettings,
  at: 'messagingGeopermissions',
  about: 'Which countries this account may send messages to.',
  fields: { permissions: t.json.about('One object a country: `country_code`, `type` (country) and `enabled`.') },
  update: { permissions: t.json.list.required },
  fetch: { countryCode: t.string.about('Two-letter ISO 3166-1 country code. Default: all countries.') },
  admin: ['update'],
});
