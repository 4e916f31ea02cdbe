/** Usage of the previous month. */
import { entity } from '../../../../../../model/index.ts';
import { UsageRecords } from '../record.ts';
import { usageRecord } from './shared.ts';

export const UsageRecordLastMonth = entity('UsageRecordLastMonth', {
  in: UsageRecords,
  at: 'lastMonth',
  plural: 'usageRecordsLastMonth',
  aboutList: 'Usage of the previous month, one row for each category.',
  ...usageRecord,
});
