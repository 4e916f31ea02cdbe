/** Usage day by day. */
import { entity } from '../../../../../../model/index.ts';
import { UsageRecords } from '../record.ts';
import { usageRecord } from './shared.ts';

export const UsageRecordDaily = entity('UsageRecordDaily', {
  in: UsageRecords,
  at: 'daily',
  plural: 'usageRecordsDaily',
  about: 'Usage of one category on one day; a row for each day between `startDate` and `endDate`.',
  ...usageRecord,
});
