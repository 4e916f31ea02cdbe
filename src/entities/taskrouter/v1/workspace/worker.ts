/** Workers of a workspace. */
import { entity, t } from '../../../../model/index.ts';
import { Workspace } from '../workspace.ts';

export const Worker = entity('Worker', {
  in: Workspace,
  at: 'workers',
  sid: 'WK',
  etag: true,
  about: 'An agent or system that takes tasks, with skills as attributes.',
  fields: {
    accountSid: t.ref('Account'),
    activityName: t.string.about('Name of the activity, such as `Available`.'),
    activitySid: t
      .ref('TaskrouterActivity')
      .about('SID of the activity, which decides whether the worker is offered tasks.'),
    attributes: t.string.pii.about(
      "Data of your own, as JSON text, by which queues select workers; `contact_uri` is the worker's phone.",
    ),
    available: t.boolean.about("Whether the worker's activity allows tasks."),
    dateCreated: t.dateTime,
    dateStatusChanged: t.dateTime.about('When the activity changed last.'),
    dateUpdated: t.dateTime,
    friendlyName: t.string.pii,
    sid: t.sid,
    workspaceSid: t.ref('Workspace'),
    url: t.omit,
    links: t.omit,
  },
  relations: {
    taskQueues: t.many('TaskQueue', { workerSid: 'sid' }, 'Queues whose target expression the worker matches.'),
    routedTasks: t.many('TaskrouterTask', { routingTarget: 'sid' }, 'Tasks that were routed to the worker directly.'),
  },
  filters: {
    activityName: t.equal,
    activitySid: t.equal,
    available: t.string.about('`true` for workers whose activity allows tasks, `false` for the others.'),
    friendlyName: t.string.pii,
    targetWorkersExpression: t.string.pii.about('Expression over workers\' attributes, such as `languages HAS "en"`.'),
    taskQueueName: t.string.about('Friendly name of a queue that the workers are in.'),
    taskQueueSid: t.sid,
    ordering: t.string.about('Order of the list, such as `DateStatusChanged:desc`.'),
  },
  limits: { list: { requests: 3, seconds: 1, of: 'account', with: 'targetWorkersExpression' } },
  create: { friendlyName: t.string.pii.required, activitySid: t.sid, attributes: t.string.pii.destination },
  update: {
    ifMatch: t.string,
    activitySid: t.sid,
    attributes: t.string.pii.destination,
    friendlyName: t.string.pii,
    rejectPendingReservations: t.boolean.about(
      'Whether pending reservations are rejected when the activity does not allow tasks.',
    ),
  },
  remove: { ifMatch: t.string },
  fetch: true,
  paid: ['update'],
  admin: ['create', 'remove', 'update'],
});
