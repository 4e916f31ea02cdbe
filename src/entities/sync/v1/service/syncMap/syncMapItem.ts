/** Items of a map. */
import { entity, t } from '../../../../../model/index.ts';
import { SyncMap } from '../syncMap.ts';

const WRITES = { requests: 20, seconds: 1, of: 'parent' } as const;

export const SyncMapItem = entity('SyncMapItem', {
  in: SyncMap,
  at: 'syncMapItems',
  key: 'key',
  plural: 'mapItems',
  inside: ['item', 'items'],
  about: 'One entry of a map, by its key.',
  fields: {
    key: t.string.pii.about('Your own name of the item, unique in the map, at most 320 characters.'),
    accountSid: t.ref('Account'),
    serviceSid: t.ref('SyncService'),
    mapSid: t.ref('SyncMap'),
    url: t.omit,
    revision: t.string.about(
      'Changes with every write. Pass it as `ifMatch` to avoid overwriting a change of someone else.',
    ),
    data: t.json.pii.about('Any JSON object, at most 16 KiB.'),
    dateExpires: t.dateTime.about('When it is deleted; null if it does not expire.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    createdBy: t.string.pii.about("Identity of the device's user who created it; `system` if the API did."),
  },
  filters: {
    order: t.enum('asc', 'desc').named('SyncMapItemOrderValue').about('Order by `key`. Default: ASC.'),
    from: t.string.pii.about('The `key` with which to begin. See `bounds`.'),
    bounds: t.enum('inclusive', 'exclusive').about('Whether the item of `from` is included. Default: INCLUSIVE.'),
  },
  create: {
    key: t.string.pii.required,
    data: t.json.pii.required,
    ttl: t.int.about('The same as `itemTtl`, which takes precedence.'),
    itemTtl: t.int.about('Seconds until the item is deleted, at most 31536000 (a year). 0: it does not expire.'),
    collectionTtl: t.int.about('Seconds until the whole map is deleted. 0: it does not expire.'),
  },
  update: { ifMatch: t.string, data: t.json.pii, ttl: t.int, itemTtl: t.int, collectionTtl: t.int },
  remove: { ifMatch: t.string },
  fetch: true,
  limits: { create: WRITES, update: WRITES, remove: WRITES },
  paid: ['create'],
});
