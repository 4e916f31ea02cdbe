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
    uniqueName: t.string.about('Your own name, at most 320 characters. It can stand in place of the SID.'),
    accountSid: t.ref('Account'),
    serviceSid: t.ref('SyncService'),
    url: t.omit,
    links: t.omit,
    revision: t.string.about(
      'Changes with every write. Pass it as `ifMatch` to avoid overwriting a change of someone else.',
    ),
    data: t.json.pii.about('Any JSON object, at most 16 KiB.'),
    dateExpires: t.dateTime.about('When it is deleted; null if it does not expire.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    createdBy: t.string.pii.about("Identity of the device's user who created it; `system` if the API did."),
  },
  filters: {},
  create: {
    uniqueName: t.string,
    data: t.json.pii,
    ttl: t.int.about('Seconds until it is deleted, at most 31536000 (a year). 0: it does not expire.'),
  },
  update: { ifMatch: t.string, data: t.json.pii, ttl: t.int },
  remove: true,
  fetch: true,
  limits: { update: { requests: 20, seconds: 1, of: 'row' } },
  paid: ['update'],
});
