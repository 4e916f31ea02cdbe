/** Workspaces. */
import { entity, t } from '../../../model/index.ts';
import { taskrouter } from './product.ts';

const settings = {
  eventCallbackUrl: t.url,
  eventsFilter: t.string,
  multiTaskEnabled: t.boolean,
  prioritizeQueueOrder: t.enum('FIFO', 'LIFO'),
};

export const Workspace = entity('Workspace', {
  in: taskrouter,
  at: 'workspaces',
  sid: 'WS',
  about: 'A contact centre: its tasks, workers, queues and workflows.',
  fields: {
    accountSid: t.ref('Account'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    defaultActivityName: t.string,
    defaultActivitySid: t.ref('TaskrouterActivity'),
    eventCallbackUrl: t.url,
    eventsFilter: t.string,
    friendlyName: t.string,
    multiTaskEnabled: t.boolean,
    sid: t.sid,
    timeoutActivityName: t.string,
    timeoutActivitySid: t.ref('TaskrouterActivity'),
    prioritizeQueueOrder: t.enum('FIFO', 'LIFO'),
    url: t.omit,
    links: t.omit,
  },
  relations: {
    auditEvents: t.many(
      'MonitorEvent',
      { resourceSid: 'sid' },
      'Changes to it, by whom and when, as Monitor recorded them.',
    ),
  },
  batch: 'whole',
  filters: { friendlyName: t.equal },
  create: { friendlyName: t.string.required, template: t.string, ...settings },
  update: { defaultActivitySid: t.sid, friendlyName: t.string, timeoutActivitySid: t.sid, ...settings },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
