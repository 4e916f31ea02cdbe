/** Real-time statistics of a workspace. */
import { entity, t } from '../../../../model/index.ts';
import { Workspace } from '../workspace.ts';

export const WorkspaceRealTimeStatistics = entity('WorkspaceRealTimeStatistics', {
  in: Workspace,
  at: 'realTimeStatistics',
  about: "A workspace's figures right now.",
  fields: {
    accountSid: t.ref('Account'),
    activityStatistics: t.json.list.about('Number of workers by activity: `friendly_name`, `sid` and `workers`.'),
    longestTaskWaitingAge: t.int.about('Age in seconds of the task that has waited longest; 0 if none waits.'),
    longestTaskWaitingSid: t
      .ref('TaskrouterTask', 'longestWaitingTask')
      .about('SID of the task that has waited longest; null if none waits.'),
    tasksByPriority: t.json.about('Number of tasks by priority.'),
    tasksByStatus: t.json.about('Number of tasks by status: `pending`, `reserved`, `assigned` and `wrapping`.'),
    totalTasks: t.int.about('Tasks that have not ended.'),
    totalWorkers: t.int,
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
