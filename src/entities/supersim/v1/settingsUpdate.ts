/** Super SIM settings update. */
import { entity, t } from '../../../model/index.ts';
import { supersim } from './product.ts';

export const SupersimSettingsUpdate = entity('SupersimSettingsUpdate', {
  in: supersim,
  at: 'settingsUpdates',
  about: "An over-the-air change of a SIM's settings.",
  fields: {
    sid: t.sid,
    iccid: t.string.pii.about('Number of the SIM, 18 to 22 digits.'),
    simSid: t.ref('SupersimSim'),
    status: t.enum('scheduled', 'in-progress', 'successful', 'failed'),
    packages: t.json.list.about('Groups of settings that the SIM gets, as JSON.'),
    dateCompleted: t.dateTime.about('When the SIM had the new settings; null before.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  filters: { sim: t.string.about('SID (HS…) or unique name of the SIM.'), status: t.equal },
  terminal: { status: ['successful', 'failed'] },
});
