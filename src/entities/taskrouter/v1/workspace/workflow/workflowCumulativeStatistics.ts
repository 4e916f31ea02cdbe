/** Cumulative statistics of a workflow. */
import { entity, t } from '../../../../../model/index.ts';
import { Workflow } from '../workflow.ts';

export const WorkflowCumulativeStatistics = entity('WorkflowCumulativeStatistics', {
  in: Workflow,
  at: 'cumulativeStatistics',
  about: "A workflow's figures over a span of time.",
  fields: {
    accountSid: t.ref('Account'),
    avgTaskAcceptanceTime: t.int.about('Average time from creation to acceptance of a task, in seconds.'),
    startTime: t.dateTime.about('Start of the period that is counted.'),
    endTime: t.dateTime.about('End of the period that is counted.'),
    reservationsCreated: t.int,
    reservationsAccepted: t.int.about('Reservations that workers accepted.'),
    reservationsRejected: t.int.about('Reservations that workers rejected.'),
    reservationsTimedOut: t.int.about('Reservations that no worker answered in time.'),
    reservationsCanceled: t.int.about('Reservations that ended because their task was canceled.'),
    reservationsRescinded: t.int.about('Reservations withdrawn because another worker accepted the task.'),
    splitByWaitTime: t.json.about(
      'By number of seconds: how many tasks were accepted or canceled `above` and `below` that wait.',
    ),
    waitDurationUntilAccepted: t.json.about(
      'Seconds that tasks waited before acceptance: `avg`, `min`, `max` and `total`.',
    ),
    waitDurationUntilCanceled: t.json.about(
      'Seconds that tasks waited before they were canceled: `avg`, `min`, `max` and `total`.',
    ),
    tasksCanceled: t.int,
    tasksCompleted: t.int,
    tasksEntered: t.int.about('Tasks that came into the workflow.'),
    tasksDeleted: t.int,
    tasksMoved: t.int.about('Tasks that went from one queue to another.'),
    tasksTimedOutInWorkflow: t.int.about('Tasks that no step of the workflow assigned in time.'),
    workflowSid: t.ref('Workflow'),
    workspaceSid: t.ref('Workspace'),
    url: t.omit,
  },
  fetch: {
    endDate: t.dateTime.about('End of the period to count. Default: now.'),
    minutes: t.int.about('Counts the last so many minutes. Default: 15.'),
    startDate: t.dateTime.about('Start of the period to count, instead of `minutes`.'),
    taskChannel: t.string.about('SID or unique name of the only channel to count.'),
    splitByWaitTime: t.string.about('Waits in seconds, separated by commas, by which `splitByWaitTime` counts.'),
  },
});
