/** Items of a map. */
import { entity, t } from '../../../../../model/index.ts';
import { SyncMap } from '../syncMap.ts';

export const SyncMapItem = entity('SyncMapItem', {
  in: SyncMap,
  at: 'syncMapItems',
  key: 'key',
  plural: 'mapItems',
  inside: ['item', 'items'],
  about: 'One entry of a map, by its key.',
  fields: {
    key: t.string.pii,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('SyncService'),
    mapSid: t.ref('SyncMap'),
    url: t.omit,
    revision: t.string,
    data: t.json.pii,
    dateExpires: t.dateTime,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    createdBy: t.string.pii,
  },
  filters: {
    order: t.enum('asc', 'desc').named('SyncMapItemOrderValue'),
    from: t.string,
    bounds: t.enum('inclusive', 'exclusive'),
  },
  create: { key: t.string.required, data: t.json.pii.required, ttl: t.int, itemTtl: t.int, collectionTtl: t.int },
  update: { ifMatch: t.string, data: t.json.pii, ttl: t.int, itemTtl: t.int, collectionTtl: t.int },
  remove: { ifMatch: t.string },
  fetch: true,
  paid: ['create'],
});
