/** Task queues statistics of a task queue. */
import { entity, onList, t } from '../../../../../model/index.ts';
import { TaskQueue } from '../taskQueue.ts';

export const TaskQueuesStatistics = entity('TaskQueuesStatistics', {
  in: onList(TaskQueue),
  at: 'statistics',
  one: 'taskQueuesStatistic',
  plural: 'taskQueuesStatistics',
  inside: ['taskQueuesStatistic', 'taskQueuesStatistics'],
  about: 'Figures for each queue of a workspace.',
  fields: {
    accountSid: t.ref('Account'),
    cumulative: t.json,
    realtime: t.json,
    taskQueueSid: t.ref('TaskQueue'),
    workspaceSid: t.ref('Workspace'),
  },
  filters: {
    endDate: t.dateTime,
    friendlyName: t.string,
    minutes: t.int,
    startDate: t.dateTime,
    taskChannel: t.string,
    splitByWaitTime: t.string,
  },
});
