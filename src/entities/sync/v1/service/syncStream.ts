/** Streams of a service. */
import { entity, t } from '../../../../model/index.ts';
import { SyncService } from '../service.ts';

export const SyncStream = entity('SyncStream', {
  in: SyncService,
  at: 'syncStreams',
  sid: 'TO',
  alias: 'uniqueName',
  plural: 'streams',
  inside: ['stream', 'streams'],
  about: 'A channel for short messages that are not kept.',
  fields: {
    sid: t.sid,
    uniqueName: t.string.about('Your own name, at most 320 characters. It can stand in place of the SID.'),
    accountSid: t.ref('Account'),
    serviceSid: t.ref('SyncService'),
    url: t.omit,
    links: t.omit,
    dateExpires: t.dateTime.about('When it is deleted; null if it does not expire.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    createdBy: t.string.pii.about("Identity of the device's user who created it; `system` if the API did."),
  },
  filters: {},
  create: {
    uniqueName: t.string,
    ttl: t.int.about('Seconds until it is deleted, at most 31536000 (a year). 0: it does not expire.'),
  },
  update: { ttl: t.int },
  remove: true,
  fetch: true,
});
