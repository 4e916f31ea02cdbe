/** Workers statistics of a worker. */
import { entity, onList, t } from '../../../../../model/index.ts';
import { Worker } from '../worker.ts';

export const WorkersStatistics = entity('WorkersStatistics', {
  in: onList(Worker),
  at: 'statistics',
  inside: ['workersStatistics', 'workersStatistics'],
  about: "All workers' figures, live and over a span of time.",
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
    taskQueueSid: t.sid,
    taskQueueName: t.string,
    friendlyName: t.string,
    taskChannel: t.string,
  },
});
