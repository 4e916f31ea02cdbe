/** Usage of the current month. */
import { entity } from '../../../../../../model/index.ts';
import { UsageRecords } from '../record.ts';
import { usageRecord } from './shared.ts';

export const UsageRecordThisMonth = entity('UsageRecordThisMonth', {
  in: UsageRecords,
  at: 'thisMonth',
  plural: 'usageRecordsThisMonth',
  aboutList: 'Usage of the current month, one row for each category.',
  ...usageRecord,
});
