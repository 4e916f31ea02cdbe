/** SMS commands. */
import { entity, t } from '../../../model/index.ts';
import { supersim } from './product.ts';

export const SupersimSmsCommand = entity('SupersimSmsCommand', {
  in: supersim,
  at: 'smsCommands',
  sid: 'HC',
  about: 'A text to or from a device.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    simSid: t.ref('SupersimSim'),
    payload: t.string.pii.about('Text of the message, at most 160 characters.'),
    status: t
      .enum('queued', 'sent', 'delivered', 'received', 'failed')
      .about('To a device: `QUEUED`, `SENT`, then `DELIVERED` or `FAILED`. From a device: `RECEIVED`.'),
    direction: t.enum('to_sim', 'from_sim').about('`TO_SIM`: to the device. `FROM_SIM`: from the device.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: { sim: t.string.about('SID (HS…) or unique name of the SIM.'), status: t.equal, direction: t.equal },
  create: {
    sim: t.string.required.about('SID (HS…) or unique name of the SIM.'),
    payload: t.string.pii.required,
    callbackMethod: t.httpMethod.about('HTTP method of `callbackUrl`. Default: POST.'),
    callbackUrl: t.url.about('URL to which Twilio reports what happened to the command.'),
  },
  fetch: true,
  paid: ['create'],
  terminal: { status: ['delivered', 'received', 'failed'] },
});
