/** Real-time statistics of a workflow. */
import { entity, t } from '../../../../../model/index.ts';
import { Workflow } from '../workflow.ts';

export const WorkflowRealTimeStatistics = entity('WorkflowRealTimeStatistics', {
  in: Workflow,
  at: 'realTimeStatistics',
  about: "A workflow's figures right now.",
  fields: {
    accountSid: t.ref('Account'),
    longestTaskWaitingAge: t.int.about('Age in seconds of the task that has waited longest; 0 if none waits.'),
    longestTaskWaitingSid: t
      .ref('TaskrouterTask', 'longestWaitingTask')
      .about('SID of the task that has waited longest; null if none waits.'),
    tasksByPriority: t.json.about('Number of tasks by priority.'),
    tasksByStatus: t.json.about('Number of tasks by status: `pending`, `reserved`, `assigned` and `wrapping`.'),
    totalTasks: t.int.about('Tasks that have not ended.'),
    workflowSid: t.ref('Workflow'),
    workspaceSid: t.ref('Workspace'),
    url: t.omit,
  },
  fetch: { taskChannel: t.string.about('SID or unique name of the only channel to count.') },
});
