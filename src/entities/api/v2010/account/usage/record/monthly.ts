/** Usage month by month. */
import { entity } from '../../../../../../model/index.ts';
import { UsageRecords } from '../record.ts';
import { usageRecord } from './shared.ts';

export const UsageRecordMonthly = entity('UsageRecordMonthly', {
  in: UsageRecords,
  at: 'monthly',
  plural: 'usageRecordsMonthly',
  about: 'Usage of one category in one month; a row for each month between `startDate` and `endDate`.',
  ...usageRecord,
});
