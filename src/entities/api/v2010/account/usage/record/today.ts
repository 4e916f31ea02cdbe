/** Usage of the current day. */
import { entity } from '../../../../../../model/index.ts';
import { UsageRecords } from '../record.ts';
import { usageRecord } from './shared.ts';

export const UsageRecordToday = entity('UsageRecordToday', {
  in: UsageRecords,
  at: 'today',
  plural: 'usageRecordsToday',
  aboutList: 'Usage of the current day (UTC), one row for each category.',
  ...usageRecord,
});
