/** Network access profiles. */
import { entity, t } from '../../../model/index.ts';
import { supersim } from './product.ts';

export const SupersimNetworkAccessProfile = entity('SupersimNetworkAccessProfile', {
  in: supersim,
  at: 'networkAccessProfiles',
  sid: 'HA',
  alias: 'uniqueName',
  about: 'Which mobile networks a fleet may use.',
  fields: {
    sid: t.sid,
    uniqueName: t.string.about('Your own name of the profile. It can stand in place of its SID.'),
    accountSid: t.ref('Account'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  relations: {
    fleets: t.many(
      'SupersimFleet',
      { networkAccessProfile: 'sid' },
      'Fleets that may use the networks of the profile.',
    ),
  },
  batch: 'whole',
  filters: {},
  create: { uniqueName: t.string, networks: t.string.list.about('SIDs (HW…) of the networks that SIMs may use.') },
  update: { uniqueName: t.string },
  fetch: true,
  admin: ['create', 'update'],
});
