/** Sms commands. */
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
    payload: t.string.pii,
    status: t.enum('queued', 'sent', 'delivered', 'received', 'failed'),
    direction: t.enum('to_sim', 'from_sim'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: { sim: t.string, status: t.equal, direction: t.equal },
  create: { sim: t.string.required, payload: t.string.pii.required, callbackMethod: t.httpMethod, callbackUrl: t.url },
  fetch: true,
  paid: ['create'],
  terminal: { status: ['delivered', 'received', 'failed'] },
});
