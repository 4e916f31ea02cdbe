/** Usage records of a sim. */
import { entity, t } from '../../../../model/index.ts';
import { WirelessSim } from '../sim.ts';

export const WirelessSimUsageRecord = entity('WirelessSimUsageRecord', {
  in: WirelessSim,
  at: 'usageRecords',
  plural: 'simUsageRecords',
  inside: ['usageRecord', 'usageRecords'],
  about: 'What one SIM has used, by day or hour.',
  fields: {
    simSid: t.ref('WirelessSim'),
    accountSid: t.ref('Account'),
    period: t.json,
    commands: t.json,
    data: t.json,
  },
  filters: { end: t.dateTime, start: t.dateTime, granularity: t.enum('hourly', 'daily', 'all') },
});
