/** Networks. */
import { entity, t } from '../../../model/index.ts';
import { supersim } from './product.ts';

export const SupersimNetwork = entity('SupersimNetwork', {
  in: supersim,
  at: 'networks',
  sid: 'HW',
  about: 'A mobile network that SIMs can connect to.',
  fields: { sid: t.sid, friendlyName: t.string, url: t.omit, isoCountry: t.string, identifiers: t.json.list },
  batch: 'whole',
  filters: { isoCountry: t.equal, mcc: t.string, mnc: t.string },
  fetch: true,
});
