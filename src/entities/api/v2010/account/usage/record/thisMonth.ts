/** Usage of the current month. */
import { entity } from '../../../../../../model/index.ts';
import { UsageRecords } from '../record.ts';
import { usageRecord } from './shared.ts';

export const UsageRecordThisMonth = entity('UsageRecordThisMonth', {
  in: UsageRecords,
  at: 'thisMonth',
  plural: 'usageRecordsThisMonth',
  about: 'Usage of one category in this month so far.',
  ...usageRecord,
});
