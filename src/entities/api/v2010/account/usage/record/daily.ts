/** Usage by day. */
import { entity } from '../../../../../../model/index.ts';
import { UsageRecords } from '../record.ts';
import { usageRecord } from './shared.ts';

export const UsageRecordDaily = entity('UsageRecordDaily', {
  in: UsageRecords,
  at: 'daily',
  plural: 'usageRecordsDaily',
  aboutList: 'Usage by day, one row for each category and day between `startDate` and `endDate`.',
  ...usageRecord,
});
