/** Data sessions of a sim. */
import { entity, t } from '../../../../model/index.ts';
import { WirelessSim } from '../sim.ts';

export const WirelessDataSession = entity('WirelessDataSession', {
  in: WirelessSim,
  at: 'dataSessions',
  inside: ['dataSession', 'dataSessions'],
  about: 'A time a SIM was connected, with network and place.',
  fields: {
    sid: t.sid,
    simSid: t.ref('WirelessSim'),
    accountSid: t.ref('Account'),
    radioLink: t.string,
    operatorMcc: t.string,
    operatorMnc: t.string,
    operatorCountry: t.string,
    operatorName: t.string,
    cellId: t.string.pii,
    cellLocationEstimate: t.json.pii,
    packetsUploaded: t.int,
    packetsDownloaded: t.int,
    lastUpdated: t.dateTime,
    start: t.dateTime,
    end: t.dateTime,
    imei: t.string.pii,
  },
  filters: {},
});
