/** Items of a list. */
import { entity, t } from '../../../../../model/index.ts';
import { SyncList } from '../syncList.ts';

export const SyncListItem = entity('SyncListItem', {
  in: SyncList,
  at: 'syncListItems',
  key: 'index',
  plural: 'listItems',
  inside: ['item', 'items'],
  about: 'One entry of a list, by its index.',
  fields: {
    index: t.int,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('SyncService'),
    listSid: t.ref('SyncList'),
    url: t.omit,
    revision: t.string,
    data: t.json.pii,
    dateExpires: t.dateTime,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    createdBy: t.string.pii,
  },
  filters: {
    order: t.enum('asc', 'desc').named('SyncListItemOrderValue'),
    from: t.string,
    bounds: t.enum('inclusive', 'exclusive'),
  },
  create: { data: t.json.pii.required, ttl: t.int, itemTtl: t.int, collectionTtl: t.int },
  update: { ifMatch: t.string, data: t.json.pii, ttl: t.int, itemTtl: t.int, collectionTtl: t.int },
  remove: { ifMatch: t.string },
  fetch: true,
  paid: ['create'],
});
