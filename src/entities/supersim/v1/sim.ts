/** Sims. */
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
    uniqueName: t.string,
    accountSid: t.ref('Account'),
    iccid: t.string.pii,
    status: t.enum('new', 'ready', 'active', 'inactive', 'scheduled'),
    fleetSid: t.ref('SupersimFleet'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  filters: { status: t.equal, fleet: t.string, iccid: t.equal },
  create: { iccid: t.string.pii.required, registrationCode: t.secret.required },
  update: {
    uniqueName: t.string,
    status: t.enum('ready', 'active', 'inactive'),
    fleet: t.string,
    callbackUrl: t.url,
    callbackMethod: t.httpMethod,
    accountSid: t.string,
  },
  fetch: true,
  paid: ['update'],
  admin: ['create', 'update'],
});
