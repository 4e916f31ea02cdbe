/** Rate plans. */
import { entity, t } from '../../../model/index.ts';
import { wireless } from './product.ts';

export const WirelessRatePlan = entity('WirelessRatePlan', {
  in: wireless,
  at: 'ratePlans',
  sid: 'WP',
  alias: 'uniqueName',
  about: 'Data, message and roaming limits for SIMs.',
  fields: {
    sid: t.sid,
    uniqueName: t.string.about('Your own name of the rate plan. It can stand in place of its SID.'),
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    dataEnabled: t.boolean.about('Whether SIMs can use mobile data.'),
    dataMetering: t.string.about(
      '`payg`: data are paid as they are used. `quota-1`, `quota-10`, `quota-50`: so many gigabytes are included.',
    ),
    dataLimit: t.int.about('Megabytes that a SIM can use in a month on the home network, up and down.'),
    messagingEnabled: t.boolean.about('Whether SIMs can send and receive commands by SMS.'),
    voiceEnabled: t.boolean,
    nationalRoamingEnabled: t.boolean.about(
      'Whether SIMs can use networks of the United States other than the home network.',
    ),
    nationalRoamingDataLimit: t.int.about(
      'Megabytes that a SIM can use in a month on other networks of the United States.',
    ),
    internationalRoaming: t.string.list.about('What SIMs can use abroad: `data`, `messaging` or both.'),
    internationalRoamingDataLimit: t.int.about('Megabytes that a SIM can use abroad in a month.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  relations: {
    sims: t.many('WirelessSim', { ratePlan: 'sid' }, 'SIMs on the plan.'),
  },
  batch: 'whole',
  filters: {},
  create: {
    uniqueName: t.string,
    friendlyName: t.string,
    dataEnabled: t.boolean,
    dataLimit: t.int,
    dataMetering: t.string,
    messagingEnabled: t.boolean,
    voiceEnabled: t.boolean,
    nationalRoamingEnabled: t.boolean,
    internationalRoaming: t.string.list,
    nationalRoamingDataLimit: t.int,
    internationalRoamingDataLimit: t.int,
    dataLimitStrategy: t.enum('block', 'throttle').about('What happens at `dataLimit`: no more data, or slow data.'),
  },
  update: { uniqueName: t.string, friendlyName: t.string },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
