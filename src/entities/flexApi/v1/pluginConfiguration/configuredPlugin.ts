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
    phase: t.int,
    pluginUrl: t.string.pii,
    uniqueName: t.string,
    friendlyName: t.string,
    description: t.string,
    pluginArchived: t.boolean,
    version: t.string,
    changelog: t.string,
    pluginVersionArchived: t.boolean,
    dateCreated: t.dateTime,
    url: t.omit,
  },
  filters: { flexMetadata: t.string },
  fetch: { flexMetadata: t.string },
});
