/** Worker channels of a worker. */
import { entity, t } from '../../../../../model/index.ts';
import { Worker } from '../worker.ts';

export const WorkerChannel = entity('WorkerChannel', {
  in: Worker,
  at: 'workerChannels',
  sid: 'WC',
  about: 'How many tasks of a kind a worker takes at once.',
  fields: {
    accountSid: t.ref('Account'),
    assignedTasks: t.int,
    available: t.boolean,
    availableCapacityPercentage: t.int,
    configuredCapacity: t.int,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    sid: t.sid,
    taskChannelSid: t.ref('TaskChannel'),
    taskChannelUniqueName: t.string,
    workerSid: t.ref('Worker'),
    workspaceSid: t.ref('Workspace'),
    url: t.omit,
  },
  filters: {},
  update: { capacity: t.int, available: t.boolean },
  fetch: true,
  admin: ['update'],
});
