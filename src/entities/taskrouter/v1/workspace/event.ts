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
    actorSid: t.sid,
    actorType: t.string,
    actorUrl: t.url,
    description: t.string,
    eventData: t.json.pii,
    eventDate: t.dateTime,
    eventDateMs: t.long,
    eventType: t.string,
    resourceSid: t.refByPrefix({
      WT: 'TaskrouterTask',
      WK: 'Worker',
      WA: 'TaskrouterActivity',
      WW: 'Workflow',
      WQ: 'TaskQueue',
      WS: 'Workspace',
    }),
    resourceType: t.string,
    resourceUrl: t.url,
    sid: t.sid,
    source: t.string,
    sourceIpAddress: t.string.pii,
    url: t.omit,
    workspaceSid: t.ref('Workspace'),
  },
  filters: {
    eventType: t.equal,
    minutes: t.int,
    reservationSid: t.sid,
    taskQueueSid: t.sid,
    taskSid: t.sid,
    workerSid: t.sid,
    workflowSid: t.sid,
    taskChannel: t.string,
    sid: t.equal,
    eventDate: t.range.by('startDate', 'endDate'),
  },
  fetch: true,
});
