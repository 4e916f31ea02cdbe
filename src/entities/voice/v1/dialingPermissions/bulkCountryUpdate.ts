/** Dialing permissions bulk country update. */
import { entity, t } from '../../../../model/index.ts';
import { VoiceDialingPermissions } from '../dialingPermissions.ts';

export const DialingPermissionsBulkCountryUpdate = entity('DialingPermissionsBulkCountryUpdate', {
  in: VoiceDialingPermissions,
  at: 'bulkCountryUpdates',
  inside: ['dialingPermissionsBulkCountryUpdate', 'dialingPermissionsBulkCountryUpdates'],
  about: 'Changes the calling permissions of many countries at once.',
  fields: { updateCount: t.int, updateRequest: t.string },
  create: { updateRequest: t.string.required },
  admin: ['create'],
});
