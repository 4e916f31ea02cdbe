/** Permissions of a document. */
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
    identity: t.string.pii.about('The user, as the access token of the device says.'),
    read: t.boolean.about('Whether the user may read the document.'),
    write: t.boolean.about('Whether the user may change the document.'),
    manage: t.boolean.about('Whether the user may delete the document.'),
    url: t.omit,
  },
  filters: {},
  update: { read: t.boolean.required, write: t.boolean.required, manage: t.boolean.required },
  remove: true,
  fetch: true,
  admin: ['remove', 'update'],
});
