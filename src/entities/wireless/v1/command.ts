/** Commands. */
import { entity, t } from '../../../model/index.ts';
import { wireless } from './product.ts';

export const WirelessCommand = entity('WirelessCommand', {
  in: wireless,
  at: 'commands',
  sid: 'DC',
  about: 'A text to or from a device.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    simSid: t.ref('WirelessSim'),
    command: t.string.pii.about(
      'The message: text of at most 160 characters, or bytes as hexadecimal text in binary mode.',
    ),
    commandMode: t.enum('text', 'binary').about('Whether `command` is text or bytes.'),
    transport: t.enum('sms', 'ip').about('How the command travels.'),
    deliveryReceiptRequested: t.boolean.about(
      'Whether the network reports delivery. Only then does the status become `DELIVERED`.',
    ),
    status: t
      .enum('queued', 'sent', 'delivered', 'received', 'failed')
      .about('To a device: `QUEUED`, `SENT`, then `DELIVERED` or `FAILED`. From a device: `RECEIVED`.'),
    direction: t.enum('from_sim', 'to_sim').about('`TO_SIM`: to the device. `FROM_SIM`: from the device.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: {
    sim: t.string.about('SID (DE…) or unique name of the SIM.'),
    status: t.equal,
    direction: t.equal,
    transport: t.equal,
  },
  create: {
    command: t.string.pii.required,
    sim: t.string.about('SID (DE…) or unique name of the SIM.'),
    callbackMethod: t.httpMethod.about('HTTP method of `callbackUrl`. Default: POST.'),
    callbackUrl: t.url.about('URL to which Twilio reports what happened to the command.'),
    commandMode: t.enum('text', 'binary'),
    includeSid: t.string.about(
      "Where the message carries the command's SID, so that the device can name it in a reply: `none`, `start` or `end`.",
    ),
    deliveryReceiptRequested: t.boolean,
  },
  remove: true,
  fetch: true,
  paid: ['create'],
  terminal: { status: ['delivered', 'received', 'failed'] },
});
