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
    uniqueName: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    dataEnabled: t.boolean,
    dataLimit: t.int,
    dataMetering: t.enum('payg'),
    smsCommandsEnabled: t.boolean,
    smsCommandsUrl: t.url,
    smsCommandsMethod: t.httpMethod,
    networkAccessProfileSid: t.ref('SupersimNetworkAccessProfile'),
    ipCommandsUrl: t.url,
    ipCommandsMethod: t.httpMethod,
  },
  batch: 'whole',
  filters: { networkAccessProfile: t.string },
  create: {
    networkAccessProfile: t.string.required,
    dataEnabled: t.boolean,
    smsCommandsEnabled: t.boolean,
    ...settings,
  },
  update: { networkAccessProfile: t.string, ...settings },
  fetch: true,
  paid: ['update'],
  admin: ['create', 'update'],
});
