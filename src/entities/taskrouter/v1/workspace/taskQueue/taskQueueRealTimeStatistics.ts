/** Real time statistics of a task queue. */
import { entity, t } from '../../../../../model/index.ts';
import { TaskQueue } from '../taskQueue.ts';

export const TaskQueueRealTimeStatistics = entity('TaskQueueRealTimeStatistics', {
  in: TaskQueue,
  at: 'realTimeStatistics',
  about: "A queue's figures right now.",
  fields: {
    accountSid: t.ref('Account'),
    activityStatistics: t.json.list,
    longestTaskWaitingAge: t.int,
    longestTaskWaitingSid: t.ref('TaskrouterTask'),
    longestRelativeTaskAgeInQueue: t.int,
    longestRelativeTaskSidInQueue: t.string,
    taskQueueSid: t.ref('TaskQueue'),
    tasksByPriority: t.json,
    tasksByStatus: t.json,
    totalAvailableWorkers: t.int,
    totalEligibleWorkers: t.int,
    totalTasks: t.int,
    workspaceSid: t.ref('Workspace'),
    url: t.omit,
  },
  fetch: { taskChannel: t.string },
});
