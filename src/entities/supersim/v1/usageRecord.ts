/** Super SIM usage record. */
import { entity, t } from '../../../model/index.ts';
import { supersim } from './product.ts';

export const SupersimUsageRecord = entity('SupersimUsageRecord', {
  in: supersim,
  at: 'usageRecords',
  about: 'Data used by SIMs, grouped by time, SIM, fleet or network.',
  fields: {
    accountSid: t.ref('Account'),
    simSid: t.ref('SupersimSim'),
    networkSid: t.ref('SupersimNetwork'),
    fleetSid: t
      .ref('SupersimFleet')
      .about('SID (HF…) of the fleet, if the records are grouped by fleet or of one fleet; otherwise null.'),
    isoCountry: t.string,
    period: t.json.about('Time that the record covers, as JSON: `start_time` and `end_time`.'),
    dataUpload: t.long.about('Bytes that devices sent.'),
    dataDownload: t.long.about('Bytes that devices received.'),
    dataTotal: t.long.about('Bytes in both directions.'),
    dataTotalBilled: t.float.about('Charge for the data, in the currency of `billedUnit`.'),
    billedUnit: t.string.about('Currency of `dataTotalBilled`: a three-letter ISO 4217 code.'),
  },
  filters: {
    sim: t.string.about('SID (HS…) or unique name of a SIM.'),
    fleet: t.string.about('SID (HF…) or unique name of a fleet.'),
    network: t.sid.about('SID (HW…) of a network.'),
    isoCountry: t.equal,
    group: t
      .enum('sim', 'fleet', 'network', 'isoCountry')
      .named('SupersimUsageRecordGroupValue')
      .about('What gets a record of its own. Default: one record for all.'),
    granularity: t
      .enum('hour', 'day', 'all')
      .about('Time that one record covers. Default: ALL, the whole time from `startTime` to `endTime`.'),
    startTime: t.dateTime.about('Only data used at or after this time. Default: a month before `endTime`.'),
    endTime: t.dateTime.about('Only data used before this time. Default: now.'),
  },
});
