/** Esim profiles. */
import { entity, t } from '../../../model/index.ts';
import { supersim } from './product.ts';

export const SupersimEsimProfile = entity('SupersimEsimProfile', {
  in: supersim,
  at: 'esimProfiles',
  sid: 'HP',
  about: 'A downloadable SIM profile for a device.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    iccid: t.string.pii,
    simSid: t.ref('SupersimSim'),
    status: t.enum('new', 'reserving', 'available', 'downloaded', 'installed', 'failed'),
    eid: t.string.pii,
    smdpPlusAddress: t.url,
    matchingId: t.secret,
    activationCode: t.secret,
    errorCode: t.string,
    errorMessage: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: { eid: t.equal, simSid: t.equal, status: t.equal },
  create: { callbackUrl: t.string, callbackMethod: t.httpMethod, generateMatchingId: t.boolean, eid: t.string.pii },
  fetch: true,
  paid: ['create'],
  admin: ['create'],
  terminal: { status: ['installed', 'failed'] },
});
