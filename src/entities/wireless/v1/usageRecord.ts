/** Wireless usage record. */
import { entity, t } from '../../../model/index.ts';
import { wireless } from './product.ts';

export const WirelessUsageRecord = entity('WirelessUsageRecord', {
  in: wireless,
  at: 'usageRecords',
  about: 'What all SIMs have used, by day or hour.',
  fields: { accountSid: t.ref('Account'), period: t.json, commands: t.json, data: t.json },
  filters: { end: t.dateTime, start: t.dateTime, granularity: t.enum('hourly', 'daily', 'all') },
});
