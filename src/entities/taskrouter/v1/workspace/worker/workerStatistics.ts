/** Statistics of a worker. */
import { entity, t } from '../../../../../model/index.ts';
import { Worker } from '../worker.ts';

export const WorkerStatistics = entity('WorkerStatistics', {
  in: Worker,
  at: 'statistics',
  about: "One worker's figures over a span of time.",
  fields: {
    accountSid: t.ref('Account'),
    cumulative: t.json.about('Counts and durations over a period, by default the last 15 minutes.'),
    workerSid: t.ref('Worker'),
    workspaceSid: t.ref('Workspace'),
    url: t.omit,
  },
  fetch: {
    minutes: t.int.about('Counts the last so many minutes. Default: 15.'),
    startDate: t.dateTime.about('Start of the period to count, instead of `minutes`.'),
    endDate: t.dateTime.about('End of the period to count. Default: now.'),
    taskChannel: t.string.about('SID or unique name of the only channel to count.'),
  },
});
