/** Supersim settings update. */
import { entity, t } from '../../../model/index.ts';
import { supersim } from './product.ts';

export const SupersimSettingsUpdate = entity('SupersimSettingsUpdate', {
  in: supersim,
  at: 'settingsUpdates',
  about: "An over-the-air change of a SIM's settings.",
  fields: {
    sid: t.sid,
    iccid: t.string.pii,
    simSid: t.ref('SupersimSim'),
    status: t.enum('scheduled', 'in-progress', 'successful', 'failed'),
    packages: t.json.list,
    dateCompleted: t.dateTime,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  filters: { sim: t.string, status: t.equal },
  terminal: { status: ['successful', 'failed'] },
});
