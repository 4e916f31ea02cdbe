/** Plugin releases. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexPluginRelease = entity('FlexPluginRelease', {
  in: flex,
  at: 'pluginReleases',
  sid: 'FK',
  about: 'Puts a plugin configuration live; the newest release is the active one.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    configurationSid: t
      .ref('FlexPluginConfiguration')
      .about('SID of the plugin configuration that users load from now on.'),
    dateCreated: t.dateTime,
    url: t.omit,
  },
  filters: { flexMetadata: t.string },
  create: {
    configurationId: t.string.required.about('SID or name of the configuration to release.'),
    flexMetadata: t.string,
  },
  fetch: { flexMetadata: t.string },
  paid: ['create'],
  admin: ['create'],
});
