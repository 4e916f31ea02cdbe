/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const bulkexports = product('bulkexports.v1', (twilio) => twilio.bulkexports.v1, {
  entry: 'bulkexports',
  prefix: 'BulkExport',
  about: 'Daily files with all messages, calls or conferences of an account.',
  maxPage: 400,
});
