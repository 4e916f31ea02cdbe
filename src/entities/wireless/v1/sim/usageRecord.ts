/** Usage records of a SIM. */
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
