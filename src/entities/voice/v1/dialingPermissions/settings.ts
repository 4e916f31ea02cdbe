/** Dialing permissions settings. */
import { entity, t } from '../../../../model/index.ts';
import { VoiceDialingPermissions } from '../dialingPermissions.ts';

export const DialingPermissionsSettings = entity('DialingPermissionsSettings', {
  in: VoiceDialingPermissions,
  at: 'settings',
  inside: ['dialingPermissionsSettings', 'dialingPermissionsSettings'],
  about: 'Whether subaccounts inherit the calling permissions.',
  fields: {
    dialingPermissionsInheritance: t.boolean.about(
      'Whether this subaccount has the permissions of its parent instead of its own.',
    ),
    url: t.omit,
  },
  update: { dialingPermissionsInheritance: t.boolean },
  fetch: true,
  admin: ['update'],
});
