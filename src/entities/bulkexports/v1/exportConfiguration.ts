/** Export configurations. */
import { entity, t } from '../../../model/index.ts';
import { bulkexports } from './product.ts';

export const BulkExportConfiguration = entity('BulkExportConfiguration', {
  in: bulkexports,
  at: 'exportConfiguration',
  key: 'resourceType',
  one: 'exportConfiguration',
  about: 'Whether a type of resource is exported every day, and the webhook that is called then.',
  fields: {
    enabled: t.boolean.about('Whether a file is made for each day that is over.'),
    webhookUrl: t.url.about("URL to which Twilio reports that a day's file is ready."),
    webhookMethod: t.string.about('HTTP method of `webhookUrl`: GET or POST.'),
    resourceType: t.string.about('`Messages`, `Calls`, `Conferences` or `Participants`.'),
    url: t.omit,
  },
  relations: {
    export: t.row('BulkExport', ['resourceType'], 'The export of this kind of resource.'),
  },
  update: { enabled: t.boolean, webhookUrl: t.url, webhookMethod: t.string },
  fetch: true,
  admin: ['update'],
});
