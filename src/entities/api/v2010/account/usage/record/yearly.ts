/** Usage year by year. */
import { entity } from '../../../../../../model/index.ts';
import { UsageRecords } from '../record.ts';
import { usageRecord } from './shared.ts';

export const UsageRecordYearly = entity('UsageRecordYearly', {
  in: UsageRecords,
  at: 'yearly',
  plural: 'usageRecordsYearly',
  about: 'Usage of one category in one year; a row for each year between `startDate` and `endDate`.',
  ...usageRecord,
});
