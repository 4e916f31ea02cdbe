/** Exports. */
import { entity, t } from '../../../model/index.ts';
import { bulkexports } from './product.ts';

export const BulkExport = entity('BulkExport', {
  in: bulkexports,
  at: 'exports',
  key: 'resourceType',
  one: 'export',
  about: 'The bulk export of one type of resource, with its days and jobs.',
  fields: {
    resourceType: t.string.about('`Messages`, `Calls`, `Conferences` or `Participants`.'),
    url: t.omit,
    links: t.omit,
  },
  fetch: true,
});
