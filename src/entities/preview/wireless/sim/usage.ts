/** Usage of a SIM. */
import { entity, t } from '../../../../model/index.ts';
import { PreviewWirelessSim } from '../sim.ts';

export const PreviewWirelessSimUsage = entity('PreviewWirelessSimUsage', {
  in: PreviewWirelessSim,
  at: 'usage',
  one: 'usage',
  about: 'What a SIM has used (preview).',
  fields: {
    simSid: t.ref('PreviewWirelessSim'),
    simUniqueName: t.string,
    accountSid: t.ref('Account'),
    period: t.json.about('Time that the figures cover, as JSON: `start` and `end`.'),
    commandsUsage: t.json,
    commandsCosts: t.json,
    dataUsage: t.json,
    dataCosts: t.json,
    url: t.omit,
  },
  fetch: { end: t.string, start: t.string },
});
