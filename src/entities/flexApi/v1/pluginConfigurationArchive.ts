/** Plugin configuration archives. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexPluginConfigurationArchive = entity('FlexPluginConfigurationArchive', {
  in: flex,
  at: 'pluginConfigurationArchive',
  sid: 'FJ',
  about: 'Archives a plugin configuration permanently.',
  fields: {
    sid: t.ref('FlexPluginConfiguration', 'configuration'),
    accountSid: t.ref('Account'),
    name: t.string,
    description: t.string.pii,
    archived: t.boolean.about('Whether it can no longer be used.'),
    dateCreated: t.dateTime,
    url: t.omit,
  },
  update: { flexMetadata: t.string },
  admin: ['update'],
});
