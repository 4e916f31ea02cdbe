/** Dialing permissions settings. */
import { entity, t } from '../../../../model/index.ts';
import { VoiceDialingPermissions } from '../dialingPermissions.ts';

export const DialingPermissionsSettings = entity('DialingPermissionsSettings', {
  in: VoiceDialingPermissions,
  at: 'settings',
  inside: ['dialingPermissionsSettings', 'dialingPermissionsSettings'],
  about: 'Whether subaccounts inherit the calling permissions.',
  fields: { dialingPermissionsInheritance: t.boolean, url: t.omit },
  update: { dialingPermissionsInheritance: t.boolean },
  fetch: true,
  admin: ['update'],
});
