/** Real-time statistics of a task queue. */
import { entity, t } from '../../../../../model/index.ts';
import { TaskQueue } from '../taskQueue.ts';

export const TaskQueueRealTimeStatistics = entity('TaskQueueRealTimeStatistics', {
  in: TaskQueue,
  at: 'realTimeStatistics',
  about: "A queue's figures right now.",
  fields: {
    accountSid: t.ref('Account'),
    activityStatistics: t.json.list.about('Number of workers by activity: `friendly_name`, `sid` and `workers`.'),
    longestTaskWaitingAge: t.int.about('Age in seconds of the task that has waited longest; 0 if none waits.'),
    longestTaskWaitingSid: t
      .ref('TaskrouterTask', 'longestWaitingTask')
      .about('SID of the task that has waited longest; null if none waits.'),
    longestRelativeTaskAgeInQueue: t.int.about('Longest time in seconds that a task has now waited in this queue.'),
    longestRelativeTaskSidInQueue: t
      .ref('TaskrouterTask', 'longestTaskInQueue')
      .about('SID of the task that has waited longest in this queue.'),
    taskQueueSid: t.ref('TaskQueue'),
    tasksByPriority: t.json.about('Number of tasks by priority.'),
    tasksByStatus: t.json.about('Number of tasks by status: `pending`, `reserved`, `assigned` and `wrapping`.'),
    totalAvailableWorkers: t.int.about('Workers of the queue who are free to take a task.'),
    totalEligibleWorkers: t.int.about('Workers whose attributes match the queue, whatever their activity.'),
    totalTasks: t.int.about('Tasks in the queue that have not ended.'),
    workspaceSid: t.ref('Workspace'),
    url: t.omit,
  },
  relations: {
    activities: t.rows(
      'TaskrouterActivity',
      'activityStatistics',
      ['sid'],
      'The activities that `activityStatistics` counts',
    ),
  },
  fetch: { taskChannel: t.string.about('SID or unique name of the only channel to count.') },
});
