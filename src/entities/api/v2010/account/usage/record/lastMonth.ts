/** Usage of the month before this one. */
import { entity } from '../../../../../../model/index.ts';
import { UsageRecords } from '../record.ts';
import { usageRecord } from './shared.ts';

export const UsageRecordLastMonth = entity('UsageRecordLastMonth', {
  in: UsageRecords,
  at: 'lastMonth',
  plural: 'usageRecordsLastMonth',
  about: 'Usage of one category in the whole month before this one.',
  ...usageRecord,
});
