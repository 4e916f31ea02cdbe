/** Usage of the previous day. */
import { entity } from '../../../../../../model/index.ts';
import { UsageRecords } from '../record.ts';
import { usageRecord } from './shared.ts';

export const UsageRecordYesterday = entity('UsageRecordYesterday', {
  in: UsageRecords,
  at: 'yesterday',
  plural: 'usageRecordsYesterday',
  aboutList: 'Usage of the previous day (UTC), one row for each category.',
  ...usageRecord,
});
