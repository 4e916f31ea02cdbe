/** Statistics of a workspace. */
import { entity, t } from '../../../../model/index.ts';
import { Workspace } from '../workspace.ts';

export const WorkspaceStatistics = entity('WorkspaceStatistics', {
  in: Workspace,
  at: 'statistics',
  about: "A workspace's figures, live and over a span of time.",
  fields: {
    realtime: t.json.about('Counts at this moment.'),
    cumulative: t.json.about('Counts and durations over a period, by default the last 15 minutes.'),
    accountSid: t.ref('Account'),
    workspaceSid: t.ref('Workspace'),
    url: t.omit,
  },
  relations: {
    longestWaitingTask: t.row(
      'TaskrouterTask',
      ['realtime.longest_task_waiting_sid'],
      'The task that has waited the longest; null if none waits.',
    ),
  },
  fetch: {
    minutes: t.int.about('Counts the last so many minutes. Default: 15.'),
    startDate: t.dateTime.about('Start of the period to count, instead of `minutes`.'),
    endDate: t.dateTime.about('End of the period to count. Default: now.'),
    taskChannel: t.string.about('SID or unique name of the only channel to count.'),
    splitByWaitTime: t.string.about('Waits in seconds, separated by commas, by which `splitByWaitTime` counts.'),
  },
});
