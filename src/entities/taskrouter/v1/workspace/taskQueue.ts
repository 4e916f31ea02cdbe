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
    assignmentActivitySid: t
      .ref('TaskrouterActivity')
      .about('SID of the activity that workers get when they accept a task from this queue; null to leave it.'),
    assignmentActivityName: t.string.about('Name of the activity in `assignmentActivitySid`.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    friendlyName: t.string,
    maxReservedWorkers: t.int.about(
      'How many workers may be offered the same task at once, from 1 to 50; the first to accept gets it.',
    ),
    reservationActivitySid: t
      .ref('TaskrouterActivity')
      .about('SID of the activity that workers get while a task from this queue is offered to them.'),
    reservationActivityName: t.string.about('Name of the activity in `reservationActivitySid`.'),
    sid: t.sid,
    targetWorkers: t.string.about(
      'Expression over workers\' attributes that selects the workers of the queue, such as `languages HAS "en"`.',
    ),
    taskOrder: t.enum('FIFO', 'LIFO').about('Which task is assigned first: the oldest (FIFO) or the newest (LIFO).'),
    url: t.omit,
    workspaceSid: t.ref('Workspace'),
    links: t.omit,
  },
  relations: {
    workers: t.many('Worker', { taskQueueSid: 'sid' }, 'Workers who match the target expression of the queue.'),
    tasks: t.many('TaskrouterTask', { taskQueueSid: 'sid' }, 'Tasks in the queue.'),
  },
  batch: 'whole',
  filters: {
    friendlyName: t.equal,
    evaluateWorkerAttributes: t.string.about(
      'JSON text with attributes of a worker: only queues that the worker would be in.',
    ),
    workerSid: t.sid,
    ordering: t.string.about('Order of the list, such as `DateUpdated:asc`.'),
  },
  limits: { list: { requests: 3, seconds: 1, of: 'account', with: 'evaluateWorkerAttributes' } },
  create: { friendlyName: t.string.required, ...settings },
  update: { friendlyName: t.string, ...settings },
  remove: true,
  fetch: true,
  admin: ['create', 'update', 'remove'],
});
