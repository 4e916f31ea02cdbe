/** Plugin archives. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexPluginArchive = entity('FlexPluginArchive', {
  in: flex,
  at: 'pluginArchive',
  sid: 'FP',
  about: 'Archives a plugin permanently.',
  fields: {
    sid: t.ref('FlexPlugin'),
    accountSid: t.ref('Account'),
    uniqueName: t.string,
    friendlyName: t.string,
    description: t.string.pii,
    archived: t.boolean.about('Whether it can no longer be used.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  update: { flexMetadata: t.string },
  admin: ['update'],
});
