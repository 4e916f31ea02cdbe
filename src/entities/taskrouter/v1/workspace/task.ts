/** Tasks of a workspace. */
import { entity, t } from '../../../../model/index.ts';
import { Workspace } from '../workspace.ts';

const settings = {
  priority: t.int,
  taskChannel: t.string.about('SID or unique name of the channel. Default: `default`.'),
  attributes: t.string.pii,
  virtualStartTime: t.dateTime,
};

export const TaskrouterTask = entity('TaskrouterTask', {
  in: Workspace,
  at: 'tasks',
  sid: 'WT',
  etag: true,
  about: 'A piece of work waiting for a worker.',
  fields: {
    accountSid: t.ref('Account'),
    age: t.int.about('Seconds since the task was created.'),
    assignmentStatus: t
      .enum('pending', 'reserved', 'assigned', 'canceled', 'completed', 'wrapping')
      .about(
        'PENDING waits for a worker, RESERVED is offered to one, ASSIGNED is accepted, WRAPPING is finished but for follow-up work.',
      ),
    attributes: t.string.pii.about('Data of your own, as JSON text, by which workflows route the task.'),
    addons: t.string.pii.about('JSON text with the results of add-ons for the task; "{}" if there are none.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    taskQueueEnteredDate: t.dateTime.about('When the task came into its queue; null before.'),
    priority: t.int.about('Tasks with a higher number are assigned first.'),
    reason: t.string.pii.about('Why it was canceled or completed, as its client wrote; null before.'),
    sid: t.sid,
    taskQueueSid: t.ref('TaskQueue'),
    taskQueueFriendlyName: t.string.about('Name of its queue.'),
    taskChannelSid: t.ref('TaskChannel'),
    taskChannelUniqueName: t.string.about('Name of the channel, such as `voice`.'),
    timeout: t.int.about('Seconds that the task may live before it is canceled. Default: 86,400.'),
    workflowSid: t.ref('Workflow'),
    workflowFriendlyName: t.string.about('Name of its workflow.'),
    workspaceSid: t.ref('Workspace'),
    url: t.omit,
    links: t.omit,
    virtualStartTime: t.dateTime.about(
      'The time from which its waiting counts; an earlier one puts it in front. Default: when it was created.',
    ),
    ignoreCapacity: t.boolean.about('Whether the worker in `routingTarget` gets the task even without free capacity.'),
    routingTarget: t
      .refByPrefix({ WK: 'Worker', WQ: 'TaskQueue', WW: 'Workflow' }, 'routingTargetObject')
      .about("SID of the worker, queue or workflow to which the task goes, past the workflow's rules."),
  },
  relations: {
    conversation: t.row(
      'Conversation',
      ['attributes.conversationSid'],
      'The conversation that `attributes` names as `conversationSid`, as Flex writes it; null if there is none.',
    ),
    call: t.row(
      'Call',
      ['attributes.call_sid'],
      'The call that `attributes` names as `call_sid`, as Flex and <Enqueue> write it; null if there is none.',
    ),
    conference: t.row(
      'Conference',
      ['attributes.conference.sid'],
      'The conference that `attributes` names as `conference.sid`, as Flex writes it; null if there is none.',
    ),
    events: t.many(
      'TaskrouterEvent',
      { taskSid: 'sid' },
      'What happened to the task, of the last 15 minutes unless filtered by time.',
    ),
  },
  filters: {
    priority: t.equal,
    assignmentStatus: t.string.list,
    workflowSid: t.equal,
    workflowName: t.string.about('Friendly name of the workflow.'),
    taskQueueSid: t.equal,
    taskQueueName: t.string.about('Friendly name of the queue.'),
    evaluateTaskAttributes: t.string.pii.about('Expression over tasks\' attributes, such as `type == "support"`.'),
    routingTarget: t.equal,
    ordering: t.string.about(
      'Order of the list: `DateCreated`, `Priority` or `VirtualStartTime`, then `:asc` or `:desc`.',
    ),
    hasAddons: t.boolean.about('Whether only tasks with add-ons, or only those without, are listed.'),
  },
  limits: { list: { requests: 3, seconds: 1, of: 'account', with: 'evaluateTaskAttributes' } },
  create: {
    timeout: t.int,
    workflowSid: t.sid.about('SID of the workflow that routes the task; needed if the workspace has several.'),
    routingTarget: t.string,
    ignoreCapacity: t.string.about(
      '`true` if the worker in `routingTarget` is to get the task even without free capacity.',
    ),
    taskQueueSid: t.sid.about('SID of the queue that the task is to go to.'),
    ...settings,
  },
  update: {
    ifMatch: t.string,
    assignmentStatus: t.enum('pending', 'reserved', 'assigned', 'canceled', 'completed', 'wrapping'),
    reason: t.string.pii,
    ...settings,
  },
  remove: { ifMatch: t.string },
  fetch: true,
  paid: ['create', 'update'],
  terminal: { assignmentStatus: ['completed', 'canceled'] },
});
