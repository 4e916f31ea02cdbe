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
    command: t.string.pii,
    commandMode: t.enum('text', 'binary'),
    transport: t.enum('sms', 'ip'),
    deliveryReceiptRequested: t.boolean,
    status: t.enum('queued', 'sent', 'delivered', 'received', 'failed'),
    direction: t.enum('from_sim', 'to_sim'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: { sim: t.string, status: t.equal, direction: t.equal, transport: t.equal },
  create: {
    command: t.string.pii.required,
    sim: t.string,
    callbackMethod: t.httpMethod,
    callbackUrl: t.url,
    commandMode: t.enum('text', 'binary'),
    includeSid: t.string,
    deliveryReceiptRequested: t.boolean,
  },
  remove: true,
  fetch: true,
  paid: ['create'],
  terminal: { status: ['delivered', 'received', 'failed'] },
});
