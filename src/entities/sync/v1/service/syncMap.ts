/** Maps of a service. */
import { entity, t } from '../../../../model/index.ts';
import { SyncService } from '../service.ts';

export const SyncMap = entity('SyncMap', {
  in: SyncService,
  at: 'syncMaps',
  sid: 'MP',
  alias: 'uniqueName',
  plural: 'maps',
  inside: ['map', 'maps'],
  about: 'A set of JSON objects by key that devices share.',
  fields: {
    sid: t.sid,
    uniqueName: t.string.about('Your own name, at most 320 characters. It can stand in place of the SID.'),
    accountSid: t.ref('Account'),
    serviceSid: t.ref('SyncService'),
    url: t.omit,
    links: t.omit,
    revision: t.string.about('Changes with every write to the map.'),
    dateExpires: t.dateTime.about('When it is deleted; null if it does not expire.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    createdBy: t.string.pii.about("Identity of the device's user who created it; `system` if the API did."),
  },
  filters: {},
  create: {
    uniqueName: t.string,
    ttl: t.int.about('The same as `collectionTtl`, which takes precedence.'),
    collectionTtl: t.int.about('Seconds until the map is deleted, at most 31536000 (a year). 0: it does not expire.'),
  },
  update: { ttl: t.int, collectionTtl: t.int },
  remove: true,
  fetch: true,
});
