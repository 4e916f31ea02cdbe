/** Events of a workspace. */
import { entity, t } from '../../../../model/index.ts';
import { Workspace } from '../workspace.ts';

export const TaskrouterEvent = entity('TaskrouterEvent', {
  in: Workspace,
  at: 'events',
  sid: 'EV',
  about: 'Something that happened in a workspace.',
  aboutList:
    'Events of a workspace. Without a filter on `eventDate` or `minutes`, Twilio lists those of the last 15 minutes only.',
  fields: {
    accountSid: t.ref('Account'),
    actorSid: t
      .refByPrefix({ WK: 'Worker', WW: 'Workflow', WS: 'Workspace', AC: 'Account' })
      .about('SID of what caused it, such as a worker.'),
    actorType: t.string.about('Type of what caused it, such as `worker`.'),
    actorUrl: t.url,
    description: t.string,
    eventData: t.json.pii.about('Values of the resources at the time, such as `task_sid` and `worker_attributes`.'),
    eventDate: t.dateTime,
    eventDateMs: t.long.about('The time in milliseconds since 1970.'),
    eventType: t.string.about('Name such as `task.created` or `reservation.accepted`.'),
    resourceSid: t
      .refByPrefix({
        WT: 'TaskrouterTask',
        WK: 'Worker',
        WA: 'TaskrouterActivity',
        WW: 'Workflow',
        WQ: 'TaskQueue',
        WS: 'Workspace',
      })
      .about('SID of what it happened to.'),
    resourceType: t.string.about('Type of what it happened to, such as `task`.'),
    resourceUrl: t.url,
    sid: t.sid,
    source: t.string.about('What triggered it: `twilio`, `api` or `console`.'),
    sourceIpAddress: t.string.pii.about('IP address of the request that triggered it; null if TaskRouter itself did.'),
    url: t.omit,
    workspaceSid: t.ref('Workspace'),
  },
  filters: {
    eventType: t.equal,
    minutes: t.int.about('Only events of the last so many minutes. Default: 15.'),
    reservationSid: t.sid,
    taskQueueSid: t.sid,
    taskSid: t.sid,
    workerSid: t.sid,
    workflowSid: t.sid,
    taskChannel: t.string.about('SID or unique name of a channel whose events are listed.'),
    sid: t.equal,
    eventDate: t.range.by('startDate', 'endDate'),
  },
  fetch: true,
});
