/** Wireless usage record. */
import { entity, t } from '../../../model/index.ts';
import { wireless } from './product.ts';

export const WirelessUsageRecord = entity('WirelessUsageRecord', {
  in: wireless,
  at: 'usageRecords',
  about: 'What all SIMs have used, by day or hour.',
  fields: {
    accountSid: t.ref('Account'),
    period: t.json.about('Time that the record covers, as JSON: `start` and `end`.'),
    commands: t.json.about('Commands as JSON: how many were sent and received, by kind.'),
    data: t.json.about('Data as JSON: bytes up and down, by home network and roaming.'),
  },
  filters: {
    end: t.dateTime.about('Only usage until this time.'),
    start: t.dateTime.about('Only usage from this time on.'),
    granularity: t
      .enum('hourly', 'daily', 'all')
      .about('Time that one record covers. Default: ALL, the whole time from `start` to `end`.'),
  },
});
