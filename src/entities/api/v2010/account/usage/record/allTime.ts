/** Usage since the account was created. */
import { entity } from '../../../../../../model/index.ts';
import { UsageRecords } from '../record.ts';
import { usageRecord } from './shared.ts';

export const UsageRecordAllTime = entity('UsageRecordAllTime', {
  in: UsageRecords,
  at: 'allTime',
  plural: 'usageRecordsAllTime',
  aboutList: 'Usage since the account was created, one row for each category.',
  ...usageRecord,
});
