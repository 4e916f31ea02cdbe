/** Permissions of a map. */
import { entity, t } from '../../../../../model/index.ts';
import { SyncMap } from '../syncMap.ts';

export const SyncMapPermission = entity('SyncMapPermission', {
  in: SyncMap,
  at: 'syncMapPermissions',
  key: 'identity',
  plural: 'mapPermissions',
  inside: ['permission', 'permissions'],
  about: 'What a user may do with a map.',
  fields: {
    accountSid: t.ref('Account'),
    serviceSid: t.ref('SyncService'),
    mapSid: t.ref('SyncMap'),
    identity: t.string.pii.about('The user, as the access token of the device says.'),
    read: t.boolean.about('Whether the user may read the map and its items.'),
    write: t.boolean.about('Whether the user may create, change and delete items.'),
    manage: t.boolean.about('Whether the user may delete the map.'),
    url: t.omit,
  },
  filters: {},
  update: { read: t.boolean.required, write: t.boolean.required, manage: t.boolean.required },
  remove: true,
  fetch: true,
  admin: ['remove', 'update'],
});
