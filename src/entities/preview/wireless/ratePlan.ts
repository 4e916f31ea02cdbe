/** Rate plans. */
import { entity, t } from '../../../model/index.ts';
import { previewWireless } from './product.ts';

export const PreviewWirelessRatePlan = entity('PreviewWirelessRatePlan', {
  in: previewWireless,
  at: 'ratePlans',
  sid: 'WP',
  alias: 'uniqueName',
  about: 'Data and message limits for SIMs (preview).',
  fields: {
    sid: t.sid,
    uniqueName: t.string,
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    dataEnabled: t.boolean,
    dataMetering: t.string.about('How data is counted: for each SIM by itself, or for all SIMs on the plan together.'),
    dataLimit: t.int.about('Megabytes of data that a SIM may use in a month.'),
    messagingEnabled: t.boolean,
    voiceEnabled: t.boolean,
    nationalRoamingEnabled: t.boolean,
    internationalRoaming: t.string.list.about('Services that can be used abroad, such as `data` and `messaging`.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  relations: {
    sims: t.many('PreviewWirelessSim', { ratePlan: 'sid' }, 'SIMs on the plan.'),
  },
  filters: {},
  create: {
    uniqueName: t.string,
    friendlyName: t.string,
    dataEnabled: t.boolean,
    dataLimit: t.int,
    dataMetering: t.string,
    messagingEnabled: t.boolean,
    voiceEnabled: t.boolean,
    commandsEnabled: t.boolean,
    nationalRoamingEnabled: t.boolean,
    internationalRoaming: t.string.list,
  },
  update: { uniqueName: t.string, friendlyName: t.string },
  remove: true,
  fetch: true,
  admin: ['create', 'update', 'remove'],
});
