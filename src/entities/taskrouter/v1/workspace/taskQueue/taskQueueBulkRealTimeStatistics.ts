/** Task queue bulk real-time statistics of a task queue. */
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
    taskQueueData: t.json.list.about('One object for each queue, with the values of its real-time statistics.'),
    taskQueueResponseCount: t.int.about('Number of queues in the answer.'),
    url: t.omit,
  },
  relations: {
    taskQueues: t.rows('TaskQueue', 'taskQueueData', ['task_queue_sid'], 'The task queues'),
    longestWaitingTasks: t.rows(
      'TaskrouterTask',
      'taskQueueData',
      ['longest_task_waiting_sid'],
      'The task of each queue that has waited the longest',
    ),
  },
  asks: true,
  create: { body: t.body },
});
