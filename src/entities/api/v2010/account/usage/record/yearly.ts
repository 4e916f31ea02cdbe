/** Usage by year. */
import { entity } from '../../../../../../model/index.ts';
import { UsageRecords } from '../record.ts';
import { usageRecord } from './shared.ts';

export const UsageRecordYearly = entity('UsageRecordYearly', {
  in: UsageRecords,
  at: 'yearly',
  plural: 'usageRecordsYearly',
  aboutList: 'Usage by year, one row for each category and year between `startDate` and `endDate`.',
  ...usageRecord,
});
