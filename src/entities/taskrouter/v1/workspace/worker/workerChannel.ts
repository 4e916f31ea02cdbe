/** Channels of a worker. */
import { entity, t } from '../../../../../model/index.ts';
import { Worker } from '../worker.ts';

export const WorkerChannel = entity('WorkerChannel', {
  in: Worker,
  at: 'workerChannels',
  sid: 'WC',
  about: 'How many tasks of a kind a worker takes at once.',
  fields: {
    accountSid: t.ref('Account'),
    assignedTasks: t.int.about('Tasks that the worker now has on this channel.'),
    available: t.boolean.about('Whether the worker takes tasks on this channel.'),
    availableCapacityPercentage: t.int.about('Part of the capacity that is free, from 0 to 100.'),
    configuredCapacity: t.int.about('Most tasks that the worker has at once on this channel.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    sid: t.sid,
    taskChannelSid: t.ref('TaskChannel'),
    taskChannelUniqueName: t.string.about('Name of the channel, such as `voice`.'),
    workerSid: t.ref('Worker'),
    workspaceSid: t.ref('Workspace'),
    url: t.omit,
  },
  filters: {},
  update: {
    capacity: t.int.about('Most tasks that the worker is to have at once on this channel.'),
    available: t.boolean,
  },
  fetch: true,
  admin: ['update'],
});
