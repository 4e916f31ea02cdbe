/** Real time statistics of a workspace. */
import { entity, t } from '../../../../model/index.ts';
import { Workspace } from '../workspace.ts';

export const WorkspaceRealTimeStatistics = entity('WorkspaceRealTimeStatistics', {
  in: Workspace,
  at: 'realTimeStatistics',
  about: "A workspace's figures right now.",
  fields: {
    accountSid: t.ref('Account'),
    activityStatistics: t.json.list,
    longestTaskWaitingAge: t.int,
    longestTaskWaitingSid: t.ref('TaskrouterTask'),
    tasksByPriority: t.json,
    tasksByStatus: t.json,
    totalTasks: t.int,
    totalWorkers: t.int,
    workspaceSid: t.ref('Workspace'),
    url: t.omit,
  },
  fetch: { taskChannel: t.string },
});
