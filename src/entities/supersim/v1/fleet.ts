/** Fleets. */
import { entity, t } from '../../../model/index.ts';
import { supersim } from './product.ts';

const settings = {
  uniqueName: t.string,
  dataLimit: t.int,
  ipCommandsUrl: t.url,
  ipCommandsMethod: t.httpMethod,
  smsCommandsUrl: t.url,
  smsCommandsMethod: t.httpMethod,
};

export const SupersimFleet = entity('SupersimFleet', {
  in: supersim,
  at: 'fleets',
  sid: 'HF',
  alias: 'uniqueName',
  about: 'A group of SIMs with the same settings.',
  fields: {
    accountSid: t.ref('Account'),
    sid: t.sid,
    uniqueName: t.string.about('Your own name of the fleet. It can stand in place of its SID.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    dataEnabled: t.boolean.about('Whether SIMs can use mobile data. Default: true.'),
    dataLimit: t.int.about('Megabytes that each SIM can use in a billing period, up and down. Default: 1000.'),
    dataMetering: t.enum('payg').about('`PAYG`: data are paid as they are used.'),
    smsCommandsEnabled: t.boolean.about('Whether SIMs can send and receive SMS commands. Default: false.'),
    smsCommandsUrl: t.url.about('URL that receives SMS commands from devices.'),
    smsCommandsMethod: t.httpMethod.about('HTTP method of `smsCommandsUrl`. Default: POST.'),
    networkAccessProfileSid: t
      .ref('SupersimNetworkAccessProfile')
      .about('SID (HA…) of the network access profile, which says which networks SIMs may use.'),
    ipCommandsUrl: t.url.about('URL that receives IP commands from devices.'),
    ipCommandsMethod: t.httpMethod.about('HTTP method of `ipCommandsUrl`. Default: POST.'),
  },
  relations: {
    sims: t.many('SupersimSim', { fleet: 'sid' }, 'SIMs of the fleet.'),
    usageRecords: t.many('SupersimUsageRecord', { fleet: 'sid' }, 'Data that SIMs of the fleet have used.'),
  },
  batch: 'whole',
  filters: { networkAccessProfile: t.string.about('SID (HA…) or unique name of the network access profile.') },
  create: {
    networkAccessProfile: t.string.required.about(
      'SID (HA…) or unique name of the network access profile, which says which networks SIMs may use.',
    ),
    dataEnabled: t.boolean,
    smsCommandsEnabled: t.boolean,
    ...settings,
  },
  update: { networkAccessProfile: t.string, ...settings },
  fetch: true,
  paid: ['update'],
  admin: ['create', 'update'],
});
