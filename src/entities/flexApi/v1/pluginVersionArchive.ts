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
    version: t.string.about('Semantic version, such as 1.2.0.'),
    pluginUrl: t.url.pii.about('URL of its JavaScript.'),
    changelog: t.string.pii.about('What changed in this version.'),
    archived: t.boolean.about('Whether it can no longer be used.'),
    dateCreated: t.dateTime,
    url: t.omit,
  },
  relations: {
    pluginVersion: t.row('FlexPluginVersion', ['pluginSid', 'sid'], 'The version that was archived.'),
  },
  update: { flexMetadata: t.string },
  admin: ['update'],
});
