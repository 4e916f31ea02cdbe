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
    day: t.string.about('Day of the data in UTC, as YYYY-MM-DD.'),
    size: t.int.about('Size of the file in bytes.'),
    createDate: t.string.about('When the file was made.'),
    friendlyName: t.string,
    resourceType: t.string.about('`Messages`, `Calls`, `Conferences` or `Participants`.'),
  },
  filters: {},
  fetch: true,
});
