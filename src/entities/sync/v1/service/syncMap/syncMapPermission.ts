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
    identity: t.string.pii,
    read: t.boolean,
    write: t.boolean,
    manage: t.boolean,
    url: t.omit,
  },
  filters: {},
  update: { read: t.boolean.required, write: t.boolean.required, manage: t.boolean.required },
  remove: true,
  fetch: true,
  admin: ['remove', 'update'],
});
