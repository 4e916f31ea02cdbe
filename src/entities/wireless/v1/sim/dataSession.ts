/** Data sessions of a SIM. */
import { entity, t } from '../../../../model/index.ts';
import { WirelessSim } from '../sim.ts';

export const WirelessDataSession = entity('WirelessDataSession', {
  in: WirelessSim,
  at: 'dataSessions',
  inside: ['dataSession', 'dataSessions'],
  about: 'A period during which a SIM was connected, with network and place.',
  fields: {
    sid: t.sid,
    simSid: t.ref('WirelessSim'),
    accountSid: t.ref('Account'),
    radioLink: t.string.about('Generation of the mobile network, such as 4G.'),
    operatorMcc: t.string.about('Mobile country code: three digits.'),
    operatorMnc: t.string.about('Mobile network code: two or three digits.'),
    operatorCountry: t.string.about('Three-letter country code, such as USA.'),
    operatorName: t.string.about('Name of the mobile network.'),
    cellId: t.string.pii.about('ID of the cell in which the device was last.'),
    cellLocationEstimate: t.json.pii.about('Estimated place of the cell, as JSON with latitude and longitude.'),
    packetsUploaded: t.int.about('Packets that the device sent.'),
    packetsDownloaded: t.int.about('Packets that the device received.'),
    lastUpdated: t.dateTime.about('When the figures were last updated.'),
    start: t.dateTime.about('When the device connected.'),
    end: t.dateTime.about('When the device disconnected; null while it is connected.'),
    imei: t.string.pii.about('Number of the device, 15 digits.'),
  },
  filters: {},
});
