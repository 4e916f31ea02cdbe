/** Usage of the day before this one. */
import { entity } from '../../../../../../model/index.ts';
import { UsageRecords } from '../record.ts';
import { usageRecord } from './shared.ts';

export const UsageRecordYesterday = entity('UsageRecordYesterday', {
  in: UsageRecords,
  at: 'yesterday',
  plural: 'usageRecordsYesterday',
  about: 'Usage of one category yesterday (UTC).',
  ...usageRecord,
});
