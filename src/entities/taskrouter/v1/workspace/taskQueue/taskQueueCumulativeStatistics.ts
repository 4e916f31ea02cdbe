/** Cumulative statistics of a task queue. */
import { entity, t } from '../../../../../model/index.ts';
import { TaskQueue } from '../taskQueue.ts';

export const TaskQueueCumulativeStatistics = entity('TaskQueueCumulativeStatistics', {
  in: TaskQueue,
  at: 'cumulativeStatistics',
  about: "A queue's figures over a span of time.",
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
    taskQueueSid: t.ref('TaskQueue'),
    waitDurationUntilAccepted: t.json,
    waitDurationUntilCanceled: t.json,
    waitDurationInQueueUntilAccepted: t.json,
    tasksCanceled: t.int,
    tasksCompleted: t.int,
    tasksDeleted: t.int,
    tasksEntered: t.int,
    tasksMoved: t.int,
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
