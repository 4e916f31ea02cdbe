/** Networks. */
import { entity, t } from '../../../model/index.ts';
import { supersim } from './product.ts';

export const SupersimNetwork = entity('SupersimNetwork', {
  in: supersim,
  at: 'networks',
  sid: 'HW',
  about: 'A mobile network that SIMs can connect to.',
  fields: {
    sid: t.sid,
    friendlyName: t.string,
    url: t.omit,
    isoCountry: t.string,
    identifiers: t.json.list.about('Codes of the network: objects with `mcc` (country) and `mnc` (network).'),
  },
  relations: {
    usageRecords: t.many('SupersimUsageRecord', { network: 'sid' }, 'Data that SIMs have used on the network.'),
  },
  batch: 'whole',
  filters: {
    isoCountry: t.equal,
    mcc: t.string.about('Mobile country code: three digits. The network must have it.'),
    mnc: t.string.about('Mobile network code: two or three digits. The network must have it.'),
  },
  fetch: true,
});
