/** Workflows of a workspace. */
import { entity, t } from '../../../../model/index.ts';
import { Workspace } from '../workspace.ts';

export const Workflow = entity('Workflow', {
  in: Workspace,
  at: 'workflows',
  sid: 'WW',
  about: 'Rules that send tasks to queues.',
  fields: {
    accountSid: t.ref('Account'),
    assignmentCallbackUrl: t.url,
    configuration: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    documentContentType: t.string,
    fallbackAssignmentCallbackUrl: t.url,
    friendlyName: t.string,
    sid: t.sid,
    taskReservationTimeout: t.int,
    workspaceSid: t.ref('Workspace'),
    url: t.omit,
    links: t.omit,
  },
  batch: 'whole',
  filters: { friendlyName: t.equal },
  create: {
    friendlyName: t.string.required,
    configuration: t.string.required,
    assignmentCallbackUrl: t.url,
    fallbackAssignmentCallbackUrl: t.url,
    taskReservationTimeout: t.int,
  },
  update: {
    friendlyName: t.string,
    assignmentCallbackUrl: t.url,
    fallbackAssignmentCallbackUrl: t.url,
    configuration: t.string,
    taskReservationTimeout: t.int,
    reEvaluateTasks: t.string,
  },
  remove: true,
  fetch: true,
  admin: ['create', 'update', 'remove'],
});
