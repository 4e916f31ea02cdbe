/** Workers real-time statistics of a worker. */
import { entity, onList, t } from '../../../../../model/index.ts';
import { Worker } from '../worker.ts';

export const WorkersRealTimeStatistics = entity('WorkersRealTimeStatistics', {
  in: onList(Worker),
  at: 'realTimeStatistics',
  inside: ['workersRealTimeStatistics', 'workersRealTimeStatistics'],
  about: 'How many workers are in each activity right now.',
  fields: {
    accountSid: t.ref('Account'),
    activityStatistics: t.json.list.about('Number of workers by activity: `friendly_name`, `sid` and `workers`.'),
    totalWorkers: t.int,
    workspaceSid: t.ref('Workspace'),
    url: t.omit,
  },
  relations: {
    activities: t.rows(
      'TaskrouterActivity',
      'activityStatistics',
      ['sid'],
      'The activities that `activityStatistics` counts',
    ),
  },
  fetch: { taskChannel: t.string.about('SID or unique name of the only channel to count.') },
});
