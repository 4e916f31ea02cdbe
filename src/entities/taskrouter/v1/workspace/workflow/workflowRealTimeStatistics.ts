/** Real time statistics of a workflow. */
import { entity, t } from '../../../../../model/index.ts';
import { Workflow } from '../workflow.ts';

export const WorkflowRealTimeStatistics = entity('WorkflowRealTimeStatistics', {
  in: Workflow,
  at: 'realTimeStatistics',
  about: "A workflow's figures right now.",
  fields: {
    accountSid: t.ref('Account'),
    longestTaskWaitingAge: t.int,
    longestTaskWaitingSid: t.ref('TaskrouterTask'),
    tasksByPriority: t.json,
    tasksByStatus: t.json,
    totalTasks: t.int,
    workflowSid: t.ref('Workflow'),
    workspaceSid: t.ref('Workspace'),
    url: t.omit,
  },
  fetch: { taskChannel: t.string },
});
