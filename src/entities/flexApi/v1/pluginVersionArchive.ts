/** Plugin version archives. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexPluginVersionArchive = entity('FlexPluginVersionArchive', {
  in: flex,
  at: 'pluginVersionArchive',
  key: ['pluginSid', 'sid'],
  about: 'Archives one plugin version permanently.',
  fields: {
    sid: t.sid,
    pluginSid: t.ref('FlexPlugin'),
    accountSid: t.ref('Account'),
    version: t.string,
    pluginUrl: t.url.pii,
    changelog: t.string.pii,
    archived: t.boolean,
    dateCreated: t.dateTime,
    url: t.omit,
  },
  update: { flexMetadata: t.string },
  admin: ['update'],
});
