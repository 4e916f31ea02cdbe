/** Task queue bulk real time statistics of a task queue. */
import { entity, onList, t } from '../../../../../model/index.ts';
import { TaskQueue } from '../taskQueue.ts';

export const TaskQueueBulkRealTimeStatistics = entity('TaskQueueBulkRealTimeStatistics', {
  in: onList(TaskQueue),
  at: 'bulkRealTimeStatistics',
  inside: ['taskQueueBulkRealTimeStatistics', 'taskQueueBulkRealTimeStatistics'],
  body: 'json',
  about: 'Live figures for many queues in one request.',
  fields: {
    accountSid: t.ref('Account'),
    workspaceSid: t.ref('Workspace'),
    taskQueueData: t.json.list,
    taskQueueResponseCount: t.int,
    url: t.omit,
  },
  create: { body: t.body },
});
