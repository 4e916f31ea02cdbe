/** Dialing permissions bulk country update. */
import { entity, t } from '../../../../model/index.ts';
import { VoiceDialingPermissions } from '../dialingPermissions.ts';

export const DialingPermissionsBulkCountryUpdate = entity('DialingPermissionsBulkCountryUpdate', {
  in: VoiceDialingPermissions,
  at: 'bulkCountryUpdates',
  inside: ['dialingPermissionsBulkCountryUpdate', 'dialingPermissionsBulkCountryUpdates'],
  about: 'Changes the calling permissions of many countries at once.',
  fields: {
    updateCount: t.int.about('How many countries were changed.'),
    updateRequest: t.string.about(
      'JSON text: an array of objects with `iso_code` and the three permissions, such as `low_risk_numbers_enabled`.',
    ),
  },
  create: { updateRequest: t.string.required },
  admin: ['create'],
});
