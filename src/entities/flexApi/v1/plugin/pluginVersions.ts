/** Versions of a plugin. */
import { entity, t } from '../../../../model/index.ts';
import { FlexPlugin } from '../plugin.ts';

export const FlexPluginVersion = entity('FlexPluginVersion', {
  in: FlexPlugin,
  at: 'pluginVersions',
  sid: 'FV',
  about: 'One published version of a Flex plugin.',
  fields: {
    sid: t.sid,
    pluginSid: t.ref('FlexPlugin'),
    accountSid: t.ref('Account'),
    version: t.string.about('Semantic version, such as 1.2.0.'),
    pluginUrl: t.url.pii.about('URL of its JavaScript.'),
    changelog: t.string.pii.about('What changed in this version.'),
    archived: t.boolean.about('Whether it can no longer be used.'),
    validated: t.boolean.about('Whether Twilio has checked the plugin for problems.'),
    dateCreated: t.dateTime,
    url: t.omit,
  },
  filters: { flexMetadata: t.string },
  create: {
    versionParam: t.string.required.about('Semantic version, such as 1.2.0; it must be new.'),
    pluginUrl: t.url.pii.required,
    flexMetadata: t.string,
    changelog: t.string,
    private: t.boolean.about('Whether its URL needs a login. Default: false.'),
    cliVersion: t.string.about('Version of the Flex Plugins CLI that built it.'),
    validateStatus: t.string,
  },
  fetch: { flexMetadata: t.string },
  admin: ['create'],
});
