/** Usage by month. */
import { entity } from '../../../../../../model/index.ts';
import { UsageRecords } from '../record.ts';
import { usageRecord } from './shared.ts';

export const UsageRecordMonthly = entity('UsageRecordMonthly', {
  in: UsageRecords,
  at: 'monthly',
  plural: 'usageRecordsMonthly',
  aboutList: 'Usage by month, one row for each category and month between `startDate` and `endDate`.',
  ...usageRecord,
});
