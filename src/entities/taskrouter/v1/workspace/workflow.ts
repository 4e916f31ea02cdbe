/** Workflows of a workspace. */
import { entity, t } from '../../../../model/index.ts';
import { Workspace } from '../workspace.ts';

/** The queues that a configuration names, each once: those of the targets of its filters, and that of the default. */
const queuesIn = (configuration: unknown): unknown => {
  const names = String(configuration).matchAll(/"queue"\s*:\s*"(WQ[0-9a-fA-F]{32})"/g);
  return [...new Set([...names].map(([, sid]) => sid))];
};

export const Workflow = entity('Workflow', {
  in: Workspace,
  at: 'workflows',
  sid: 'WW',
  about: 'Rules that send tasks to queues.',
  fields: {
    accountSid: t.ref('Account'),
    assignmentCallbackUrl: t.url.about(
      'URL called when a worker is reserved; its answer says what to do with the task.',
    ),
    configuration: t.string.about('JSON text with the rules by which tasks go to queues.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    documentContentType: t.string.about('Media type of the configuration.'),
    fallbackAssignmentCallbackUrl: t.url.about('URL called if `assignmentCallbackUrl` fails.'),
    friendlyName: t.string,
    sid: t.sid,
    taskReservationTimeout: t.int.about('Seconds that a worker has to accept a reservation. Default: 120.'),
    workspaceSid: t.ref('Workspace'),
    url: t.omit,
    links: t.omit,
  },
  relations: {
    taskQueues: t.rows(
      'TaskQueue',
      { from: ['configuration'], derive: queuesIn },
      [''],
      'The task queues to which the filters of the workflow lead',
    ),
    tasks: t.many('TaskrouterTask', { workflowSid: 'sid' }, 'Tasks that the workflow routes.'),
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
    reEvaluateTasks: t.string.about('Whether tasks that wait are routed again by the new rules: `true` or `false`.'),
  },
  remove: true,
  fetch: true,
  admin: ['create', 'update', 'remove'],
});
