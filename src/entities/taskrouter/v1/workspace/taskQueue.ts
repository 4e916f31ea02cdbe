/** Task queues of a workspace. */
import { entity, t } from '../../../../model/index.ts';
import { Workspace } from '../workspace.ts';

const settings = {
  targetWorkers: t.string,
  maxReservedWorkers: t.int,
  taskOrder: t.enum('FIFO', 'LIFO'),
  reservationActivitySid: t.sid,
  assignmentActivitySid: t.sid,
};

export const TaskQueue = entity('TaskQueue', {
  in: Workspace,
  at: 'taskQueues',
  sid: 'WQ',
  about: 'A queue of tasks and the workers who may take them.',
  fields: {
    accountSid: t.ref('Account'),
    assignmentActivitySid: t.ref('TaskrouterActivity'),
    assignmentActivityName: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    friendlyName: t.string,
    maxReservedWorkers: t.int,
    reservationActivitySid: t.ref('TaskrouterActivity'),
    reservationActivityName: t.string,
    sid: t.sid,
    targetWorkers: t.string,
    taskOrder: t.enum('FIFO', 'LIFO'),
    url: t.omit,
    workspaceSid: t.ref('Workspace'),
    links: t.omit,
  },
  relations: {
    workers: t.many('Worker', { taskQueueSid: 'sid' }, 'Workers who match the target expression of the queue.'),
  },
  batch: 'whole',
  filters: { friendlyName: t.equal, evaluateWorkerAttributes: t.string, workerSid: t.sid, ordering: t.string },
  create: { friendlyName: t.string.required, ...settings },
  update: { friendlyName: t.string, ...settings },
  remove: true,
  fetch: true,
  admin: ['create', 'update', 'remove'],
});
