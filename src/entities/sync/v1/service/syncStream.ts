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
    uniqueName: t.string,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('SyncService'),
    url: t.omit,
    links: t.omit,
    dateExpires: t.dateTime,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    createdBy: t.string.pii,
  },
  filters: {},
  create: { uniqueName: t.string, ttl: t.int },
  update: { ttl: t.int },
  remove: true,
  fetch: true,
});
