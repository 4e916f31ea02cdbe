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
    uniqueName: t.string,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('SyncService'),
    url: t.omit,
    links: t.omit,
    revision: t.string,
    dateExpires: t.dateTime,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    createdBy: t.string.pii,
  },
  filters: {},
  create: { uniqueName: t.string, ttl: t.int, collectionTtl: t.int },
  update: { ttl: t.int, collectionTtl: t.int },
  remove: true,
  fetch: true,
});
