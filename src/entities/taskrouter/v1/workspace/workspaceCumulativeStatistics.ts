/** Cumulative statistics of a workspace. */
import { entity, t } from '../../../../model/index.ts';
import { Workspace } from '../workspace.ts';

export const WorkspaceCumulativeStatistics = entity('WorkspaceCumulativeStatistics', {
  in: Workspace,
  at: 'cumulativeStatistics',
  about: "A workspace's figures over a span of time.",
  fields: {
    accountSid: t.ref('Account'),
    avgTaskAcceptanceTime: t.int,
    startTime: t.dateTime,
    endTime: t.dateTime,
    reservationsCreated: t.int,
    reservationsAccepted: t.int,
    reservationsRejected: t.int,
    reservationsTimedOut: t.int,
    reservationsCanceled: t.int,
    reservationsRescinded: t.int,
    splitByWaitTime: t.json,
    waitDurationUntilAccepted: t.json,
    waitDurationUntilCanceled: t.json,
    tasksCanceled: t.int,
    tasksCompleted: t.int,
    tasksCreated: t.int,
    tasksDeleted: t.int,
    tasksMoved: t.int,
    tasksTimedOutInWorkflow: t.int,
    workspaceSid: t.ref('Workspace'),
    url: t.omit,
  },
  fetch: {
    endDate: t.dateTime,
    minutes: t.int,
    startDate: t.dateTime,
    taskChannel: t.string,
    splitByWaitTime: t.string,
  },
});
