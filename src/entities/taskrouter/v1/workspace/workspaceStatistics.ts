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
  fetch: {
    minutes: t.int,
    startDate: t.dateTime,
    endDate: t.dateTime,
    taskChannel: t.string,
    splitByWaitTime: t.string,
  },
});
