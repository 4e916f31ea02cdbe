/** Task queues statistics of a task queue. */
import { entity, onList, t } from '../../../../../model/index.ts';
import { TaskQueue } from '../taskQueue.ts';

export const TaskQueuesStatistics = entity('TaskQueuesStatistics', {
  in: onList(TaskQueue),
  at: 'statistics',
  one: 'taskQueuesStatistic',
  plural: 'taskQueuesStatistics',
  inside: ['taskQueuesStatistic', 'taskQueuesStatistics'],
  aboutList: 'Figures for each queue of the workspace.',
  about: 'Figures for each queue of a workspace.',
  fields: {
    accountSid: t.ref('Account'),
    cumulative: t.json.about('Counts and durations over a period, by default the last 15 minutes.'),
    realtime: t.json.about('Counts at this moment.'),
    taskQueueSid: t.ref('TaskQueue'),
    workspaceSid: t.ref('Workspace'),
  },
  relations: {
    longestWaitingTask: t.row(
      'TaskrouterTask',
      ['realtime.longest_task_waiting_sid'],
      'The task that has waited the longest; null if none waits.',
    ),
  },
  filters: {
    endDate: t.dateTime.about('End of the period to count. Default: now.'),
    friendlyName: t.string,
    minutes: t.int.about('Counts the last so many minutes. Default: 15.'),
    startDate: t.dateTime.about('Start of the period to count, instead of `minutes`.'),
    taskChannel: t.string.about('SID or unique name of the only channel to count.'),
    splitByWaitTime: t.string.about('Waits in seconds, separated by commas, by which `splitByWaitTime` counts.'),
  },
});
