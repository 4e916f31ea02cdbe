/** Export configurations. */
import { entity, t } from '../../../model/index.ts';
import { bulkexports } from './product.ts';

export const BulkExportConfiguration = entity('BulkExportConfiguration', {
  in: bulkexports,
  at: 'exportConfiguration',
  key: 'resourceType',
  one: 'exportConfiguration',
  about: 'Whether a kind of resource is exported every day and which webhook hears of it.',
  fields: { enabled: t.boolean, webhookUrl: t.url, webhookMethod: t.string, resourceType: t.string, url: t.omit },
  relations: {
    export: t.row('BulkExport', ['resourceType'], 'The export of this kind of resource.'),
  },
  update: { enabled: t.boolean, webhookUrl: t.url, webhookMethod: t.string },
  fetch: true,
  admin: ['update'],
});
