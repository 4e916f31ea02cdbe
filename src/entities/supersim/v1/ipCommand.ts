/** IP commands. */
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
    simIccid: t.string.pii.about('Number of the SIM, 18 to 22 digits.'),
    status: t
      .enum('queued', 'sent', 'received', 'failed')
      .about('To a device: `QUEUED`, then `SENT` or `FAILED`. From a device: `RECEIVED`.'),
    direction: t.enum('to_sim', 'from_sim').about('`TO_SIM`: to the device. `FROM_SIM`: from the device.'),
    deviceIp: t.string.pii.about('IP address of the device; null until the command is sent.'),
    devicePort: t.int.about('UDP port on the device.'),
    payloadType: t.enum('text', 'binary').about('Whether `payload` is UTF-8 text, or base64 text of bytes.'),
    payload: t.string.pii.about('What the UDP message carries: text, or base64 text if `payloadType` is `BINARY`.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: {
    sim: t.string.about('SID (HS…) or unique name of the SIM.'),
    simIccid: t.equal,
    status: t.equal,
    direction: t.equal,
  },
  create: {
    sim: t.string.required.about('SID (HS…) or unique name of the SIM.'),
    payload: t.string.pii.required,
    devicePort: t.int.required,
    payloadType: t.enum('text', 'binary'),
    callbackUrl: t.url.about('URL to which Twilio reports when the command was sent.'),
    callbackMethod: t.httpMethod.about('HTTP method of `callbackUrl`. Default: POST.'),
  },
  fetch: true,
  paid: ['create'],
  terminal: { status: ['sent', 'received', 'failed'] },
});
