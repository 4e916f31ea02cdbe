/** Exports. */
import { entity, t } from '../../../model/index.ts';
import { bulkexports } from './product.ts';

export const BulkExport = entity('BulkExport', {
  in: bulkexports,
  at: 'exports',
  key: 'resourceType',
  one: 'export',
  about: 'What can be exported in bulk for one kind of resource, with links to its days and jobs.',
  fields: { resourceType: t.string, url: t.omit, links: t.omit },
  fetch: true,
});
