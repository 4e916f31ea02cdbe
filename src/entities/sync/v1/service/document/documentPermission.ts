/** Document permissions of a document. */
import { entity, t } from '../../../../../model/index.ts';
import { SyncDocument } from '../document.ts';

export const SyncDocumentPermission = entity('SyncDocumentPermission', {
  in: SyncDocument,
  at: 'documentPermissions',
  key: 'identity',
  about: 'What a user may do with a document.',
  fields: {
    accountSid: t.ref('Account'),
    serviceSid: t.ref('SyncService'),
    documentSid: t.ref('SyncDocument'),
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
