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
    minutes: t.int.about('Counts the last so many minutes. Default: 15.'),
    startDate: t.dateTime.about('Start of the period to count, instead of `minutes`.'),
    endDate: t.dateTime.about('End of the period to count. Default: now.'),
    taskQueueSid: t.sid,
    taskQueueName: t.string,
    friendlyName: t.string,
    taskChannel: t.string.about('SID or unique name of the only channel to count.'),
  },
});
