/** Supersim usage record. */
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
    fleetSid: t.ref('SupersimFleet'),
    isoCountry: t.string,
    period: t.json,
    dataUpload: t.long,
    dataDownload: t.long,
    dataTotal: t.long,
    dataTotalBilled: t.float,
    billedUnit: t.string,
  },
  filters: {
    sim: t.string,
    fleet: t.string,
    network: t.sid,
    isoCountry: t.equal,
    group: t.enum('sim', 'fleet', 'network', 'isoCountry').named('SupersimUsageRecordGroupValue'),
    granularity: t.enum('hour', 'day', 'all'),
    startTime: t.dateTime,
    endTime: t.dateTime,
  },
});
