/** Plugin versions of a plugin. */
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
    version: t.string,
    pluginUrl: t.url.pii,
    changelog: t.string.pii,
    archived: t.boolean,
    validated: t.boolean,
    dateCreated: t.dateTime,
    url: t.omit,
  },
  filters: { flexMetadata: t.string },
  create: {
    versionParam: t.string.required,
    pluginUrl: t.url.pii.required,
    flexMetadata: t.string,
    changelog: t.string,
    private: t.boolean,
    cliVersion: t.string,
    validateStatus: t.string,
  },
  fetch: { flexMetadata: t.string },
  admin: ['create'],
});
