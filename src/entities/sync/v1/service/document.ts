/** Documents of a service. */
import { entity, t } from '../../../../model/index.ts';
import { SyncService } from '../service.ts';

export const SyncDocument = entity('SyncDocument', {
  in: SyncService,
  at: 'documents',
  sid: 'ET',
  alias: 'uniqueName',
  about: 'A JSON object that devices share and watch.',
  fields: {
    sid: t.sid,
    uniqueName: t.string,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('SyncService'),
    url: t.omit,
    links: t.omit,
    revision: t.string,
    data: t.json.pii,
    dateExpires: t.dateTime,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    createdBy: t.string.pii,
  },
  filters: {},
  create: { uniqueName: t.string, data: t.json.pii, ttl: t.int },
  update: { ifMatch: t.string, data: t.json.pii, ttl: t.int },
  remove: true,
  fetch: true,
  paid: ['update'],
});
