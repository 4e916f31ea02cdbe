/** Plugin configurations. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexPluginConfiguration = entity('FlexPluginConfiguration', {
  in: flex,
  at: 'pluginConfigurations',
  sid: 'FJ',
  argument: 'configurationSid',
  about: 'A set of plugin versions that are released together.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    name: t.string,
    description: t.string.pii,
    archived: t.boolean.about('Whether it can no longer be used.'),
    dateCreated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  filters: { flexMetadata: t.string },
  create: {
    name: t.string.required,
    flexMetadata: t.string,
    plugins: t.json.list.about('Plugins and their versions: each `plugin_version`, the SID of a version, and `phase`.'),
    description: t.string,
  },
  fetch: { flexMetadata: t.string },
  admin: ['create'],
});
