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
    startTime: t.dateTime.about('Start of the period that is counted.'),
    endTime: t.dateTime.about('End of the period that is counted.'),
    activityDurations: t.json.list.about(
      'Seconds that workers spent in each activity: `friendly_name`, `sid`, `avg`, `min`, `max` and `total`.',
    ),
    reservationsCreated: t.int,
    reservationsAccepted: t.int.about('Reservations that workers accepted.'),
    reservationsRejected: t.int.about('Reservations that workers rejected.'),
    reservationsTimedOut: t.int.about('Reservations that no worker answered in time.'),
    reservationsCanceled: t.int.about('Reservations that ended because their task was canceled.'),
    reservationsRescinded: t.int.about('Reservations withdrawn because another worker accepted the task.'),
    workspaceSid: t.ref('Workspace'),
    url: t.omit,
  },
  relations: {
    activities: t.rows(
      'TaskrouterActivity',
      'activityDurations',
      ['sid'],
      'The activities that `activityDurations` counts',
    ),
  },
  fetch: {
    endDate: t.dateTime.about('End of the period to count. Default: now.'),
    minutes: t.int.about('Counts the last so many minutes. Default: 15.'),
    startDate: t.dateTime.about('Start of the period to count, instead of `minutes`.'),
    taskChannel: t.string.about('SID or unique name of the only channel to count.'),
  },
});
