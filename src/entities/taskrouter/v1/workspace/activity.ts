/** Activities of a workspace. */
import { entity, t } from '../../../../model/index.ts';
import { Workspace } from '../workspace.ts';

export const TaskrouterActivity = entity('TaskrouterActivity', {
  in: Workspace,
  at: 'activities',
  sid: 'WA',
  about: 'A state a worker can be in, such as available or on break.',
  fields: {
    accountSid: t.ref('Account'),
    available: t.boolean.about('Whether workers in this activity are offered tasks; it cannot change.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    friendlyName: t.string,
    sid: t.sid,
    workspaceSid: t.ref('Workspace'),
    url: t.omit,
    links: t.omit,
  },
  relations: {
    workers: t.many('Worker', { activitySid: 'sid' }, 'Workers who are in the activity.'),
  },
  batch: 'whole',
  filters: { friendlyName: t.equal, available: t.equal },
  create: { friendlyName: t.string.required, available: t.boolean },
  update: { friendlyName: t.string },
  remove: true,
  fetch: true,
  admin: ['create', 'remove'],
});
