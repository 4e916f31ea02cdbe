/** Usage since the account was opened. */
import { entity } from '../../../../../../model/index.ts';
import { UsageRecords } from '../record.ts';
import { usageRecord } from './shared.ts';

export const UsageRecordAllTime = entity('UsageRecordAllTime', {
  in: UsageRecords,
  at: 'allTime',
  plural: 'usageRecordsAllTime',
  about: 'Usage of one category since the account was opened.',
  ...usageRecord,
});
