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
  about: 'A contact center: its tasks, workers, queues and workflows.',
  fields: {
    accountSid: t.ref('Account'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    defaultActivityName: t.string.about('Name of the activity of new workers.'),
    defaultActivitySid: t.ref('TaskrouterActivity').about('SID of the activity of new workers.'),
    eventCallbackUrl: t.url.about('URL to which events of the workspace are reported.'),
    eventsFilter: t.string.about('Types of events that are reported, separated by commas; null for all.'),
    friendlyName: t.string,
    multiTaskEnabled: t.boolean.about('Whether workers can have several tasks at once.'),
    sid: t.sid,
    timeoutActivityName: t.string.about('Name of the activity that workers get when they let a reservation time out.'),
    timeoutActivitySid: t
      .ref('TaskrouterActivity')
      .about('SID of the activity that workers get when they let a reservation time out.'),
    prioritizeQueueOrder: t
      .enum('FIFO', 'LIFO')
      .about('Which of the waiting tasks goes first: the oldest (FIFO) or the newest (LIFO).'),
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
  create: {
    friendlyName: t.string.required,
    template: t.string.about('What the new workspace contains: `NONE` or `FIFO`, which adds a queue and a workflow.'),
    ...settings,
  },
  update: { defaultActivitySid: t.sid, friendlyName: t.string, timeoutActivitySid: t.sid, ...settings },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
