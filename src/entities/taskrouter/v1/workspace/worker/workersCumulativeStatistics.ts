/** Workers cumulative statistics of a worker. */
import { entity, onList, t } from '../../../../../model/index.ts';
import { Worker } from '../worker.ts';

export const WorkersCumulativeStatistics = entity('WorkersCumulativeStatistics', {
  in: onList(Worker),
  at: 'cumulativeStatistics',
  inside: ['workersCumulativeStatistics', 'workersCumulativeStatistics'],
  about: "All workers' figures over a span of time.",
  fields: {
    accountSid: t.ref('Account'),
    startTime: t.dateTime,
    endTime: t.dateTime,
    activityDurations: t.json.list,
    reservationsCreated: t.int,
    reservationsAccepted: t.int,
    reservationsRejected: t.int,
    reservationsTimedOut: t.int,
    reservationsCanceled: t.int,
    reservationsRescinded: t.int,
    workspaceSid: t.ref('Workspace'),
    url: t.omit,
  },
  fetch: { endDate: t.dateTime, minutes: t.int, startDate: t.dateTime, taskChannel: t.string },
});
