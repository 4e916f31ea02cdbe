/** Ip commands. */
import { entity, t } from '../../../model/index.ts';
import { supersim } from './product.ts';

export const SupersimIpCommand = entity('SupersimIpCommand', {
  in: supersim,
  at: 'ipCommands',
  sid: 'HG',
  about: 'A UDP message to or from a device.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    simSid: t.ref('SupersimSim'),
    simIccid: t.string.pii,
    status: t.enum('queued', 'sent', 'received', 'failed'),
    direction: t.enum('to_sim', 'from_sim'),
    deviceIp: t.string.pii,
    devicePort: t.int,
    payloadType: t.enum('text', 'binary'),
    payload: t.string.pii,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: { sim: t.string, simIccid: t.equal, status: t.equal, direction: t.equal },
  create: {
    sim: t.string.required,
    payload: t.string.pii.required,
    devicePort: t.int.required,
    payloadType: t.enum('text', 'binary'),
    callbackUrl: t.url,
    callbackMethod: t.httpMethod,
  },
  fetch: true,
  paid: ['create'],
  terminal: { status: ['sent', 'received', 'failed'] },
});
