/** Plugins. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexPlugin = entity('FlexPlugin', {
  in: flex,
  at: 'plugins',
  sid: 'FP',
  alias: 'uniqueName',
  about: 'A Flex UI plugin known to the account.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    uniqueName: t.string,
    friendlyName: t.string,
    description: t.string.pii,
    archived: t.boolean.about('Whether it can no longer be used.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  filters: { flexMetadata: t.string },
  create: { uniqueName: t.string.required, flexMetadata: t.string, friendlyName: t.string, description: t.string },
  update: { flexMetadata: t.string, friendlyName: t.string, description: t.string },
  fetch: { flexMetadata: t.string },
  admin: ['create', 'update'],
});
