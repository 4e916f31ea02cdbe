/** Days of an export. */
import { entity, t } from '../../../../model/index.ts';
import { BulkExport } from '../export.ts';

export const BulkExportDay = entity('BulkExportDay', {
  in: BulkExport,
  at: 'days',
  key: 'day',
  about: 'A day whose data is ready, with a link to the compressed file.',
  fields: {
    redirectTo: t.secret,
    day: t.string,
    size: t.int,
    createDate: t.string,
    friendlyName: t.string,
    resourceType: t.string,
  },
  filters: {},
  fetch: true,
});
