/** Plugins of a plugin configuration. */
import { entity, t } from '../../../../model/index.ts';
import { FlexPluginConfiguration } from '../pluginConfiguration.ts';

export const FlexConfiguredPlugin = entity('FlexConfiguredPlugin', {
  in: FlexPluginConfiguration,
  at: 'plugins',
  key: 'pluginSid',
  plural: 'configuredPlugins',
  inside: ['plugin', 'plugins'],
  about: 'A plugin version inside a plugin configuration.',
  fields: {
    accountSid: t.ref('Account'),
    configurationSid: t.ref('FlexPluginConfiguration'),
    pluginSid: t.ref('FlexPlugin'),
    pluginVersionSid: t.ref('FlexPluginVersion'),
    phase: t.int.about('When it is loaded: 3 is after the user interface has started.'),
    pluginUrl: t.string.pii.about('URL of its JavaScript.'),
    uniqueName: t.string.about('Unique name of the plugin.'),
    friendlyName: t.string,
    description: t.string,
    pluginArchived: t.boolean.about('Whether the plugin can no longer be used.'),
    version: t.string,
    changelog: t.string.pii.about('What changed in this version.'),
    pluginVersionArchived: t.boolean.about('Whether the version can no longer be used.'),
    dateCreated: t.dateTime,
    url: t.omit,
  },
  filters: { flexMetadata: t.string },
  fetch: { flexMetadata: t.string },
});
