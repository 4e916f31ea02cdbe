/** Permissions of a list. */
import { entity, t } from '../../../../../model/index.ts';
import { SyncList } from '../syncList.ts';

export const SyncListPermission = entity('SyncListPermission', {
  in: SyncList,
  at: 'syncListPermissions',
  key: 'identity',
  plural: 'listPermissions',
  inside: ['permission', 'permissions'],
  about: 'What a user may do with a list.',
  fields: {
    accountSid: t.ref('Account'),
    serviceSid: t.ref('SyncService'),
    listSid: t.ref('SyncList'),
    identity: t.string.pii.about('The user, as the access token of the device says.'),
    read: t.boolean.about('Whether the user may read the list and its items.'),
    write: t.boolean.about('Whether the user may create, change and delete items.'),
    manage: t.boolean.about('Whether the user may delete the list.'),
    url: t.omit,
  },
  filters: {},
  update: { read: t.boolean.required, write: t.boolean.required, manage: t.boolean.required },
  remove: true,
  fetch: true,
  admin: ['remove', 'update'],
});
