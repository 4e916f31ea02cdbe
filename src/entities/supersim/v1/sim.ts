/** SIMs. */
import { entity, t } from '../../../model/index.ts';
import { supersim } from './product.ts';

export const SupersimSim = entity('SupersimSim', {
  in: supersim,
  at: 'sims',
  sid: 'HS',
  alias: 'uniqueName',
  about: 'A Super SIM card.',
  fields: {
    sid: t.sid,
    uniqueName: t.string.about('Your own name of the SIM. It can stand in place of its SID.'),
    accountSid: t.ref('Account'),
    iccid: t.string.pii.about('Number of the SIM, 18 to 22 digits, printed on the card.'),
    status: t
      .enum('new', 'ready', 'active', 'inactive', 'scheduled')
      .about(
        '`ACTIVE` SIMs connect and cost money. A `READY` SIM connects, too, free of charge for a small amount of data.',
      ),
    fleetSid: t
      .ref('SupersimFleet')
      .about('SID (HF…) of the fleet, whose settings the SIM has; null before it is assigned.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  relations: {
    esimProfiles: t.many(
      'SupersimEsimProfile',
      { simSid: 'sid' },
      'Profiles that were downloaded to the SIM, if it is an eSIM.',
    ),
    ipCommands: t.many('SupersimIpCommand', { sim: 'sid' }, 'IP commands to and from the SIM.'),
    smsCommands: t.many('SupersimSmsCommand', { sim: 'sid' }, 'SMS commands to and from the SIM.'),
    settingsUpdates: t.many('SupersimSettingsUpdate', { sim: 'sid' }, 'Updates of settings that were sent to the SIM.'),
    usageRecords: t.many('SupersimUsageRecord', { sim: 'sid' }, 'Data that the SIM has used.'),
  },
  filters: { status: t.equal, fleet: t.string.about('SID (HF…) or unique name of the fleet.'), iccid: t.equal },
  create: {
    iccid: t.string.pii.required,
    registrationCode: t.secret.required.about('Ten characters on the card, which prove that the SIM is yours.'),
  },
  update: {
    uniqueName: t.string,
    status: t.enum('ready', 'active', 'inactive'),
    fleet: t.string.about('SID (HF…) or unique name of the fleet. The SIM takes on its settings.'),
    callbackUrl: t.url.about('URL to which Twilio reports when the change is done.'),
    callbackMethod: t.httpMethod.about('HTTP method of `callbackUrl`. Default: POST.'),
    accountSid: t.string,
  },
  fetch: true,
  paid: ['update'],
  admin: ['create', 'update'],
});
