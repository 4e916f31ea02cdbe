/** Flex flows. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

const settings = {
  contactIdentity: t.string.pii,
  enabled: t.boolean,
  integrationType: t.enum('studio', 'external', 'task'),
  'integration.flowSid': t.sid.about('SID of the Studio flow, for STUDIO.'),
  'integration.url': t.url.about('URL that gets the messages, for EXTERNAL.'),
  'integration.workspaceSid': t.sid.about('SID of the workspace of the task, for TASK.'),
  'integration.workflowSid': t.sid.about('SID of the workflow of the task, for TASK.'),
  'integration.channel': t.string.about('SID or unique name of the task channel, for TASK. Default: `default`.'),
  'integration.timeout': t.int.about('Seconds that the task may live, for TASK. Default: 86,400.'),
  'integration.priority': t.int.about('Priority of the task, for TASK. Default: 0.'),
  'integration.creationOnMessage': t.boolean.about(
    "Whether the task is made at the customer's first answer, not at once; for outbound messages.",
  ),
  longLived: t.boolean,
  janitorEnabled: t.boolean,
  'integration.retryCount': t.int.about('How often a failed flow or call is repeated, from 0 to 3. Default: 3.'),
};

export const FlexFlow = entity('FlexFlow', {
  in: flex,
  at: 'flexFlow',
  sid: 'FO',
  one: 'flexFlow',
  plural: 'flexFlows',
  about: 'Legacy rule that links a messaging address to Flex and says how its messages are handled.',
  deprecated: 'Legacy messaging of Flex. Use address configurations of Conversations.',
  fields: {
    accountSid: t.ref('Account'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    sid: t.sid,
    friendlyName: t.string,
    chatServiceSid: t.ref('ChatService').about('SID of the chat service in which it makes channels.'),
    channelType: t
      .enum('web', 'sms', 'facebook', 'whatsapp', 'line', 'custom')
      .about('Channel whose messages it takes.'),
    contactIdentity: t.string.pii.about('Address of your account to which customers write, such as a phone number.'),
    enabled: t.boolean.about('Whether it takes messages.'),
    integrationType: t
      .enum('studio', 'external', 'task')
      .about('Where messages go: to a Studio flow, to a URL (EXTERNAL), or straight to a task.'),
    integration: t.json.about('Where messages go: the flow, URL or workflow, with timeouts and retries.'),
    longLived: t.boolean.about('Whether the channel stays open after the task, for later messages of the customer.'),
    janitorEnabled: t.boolean.about('Whether sessions of Proxy are removed when their task is deleted.'),
    url: t.omit,
  },
  relations: {
    workflow: t.row(
      'Workflow',
      ['integration.workspace_sid', 'integration.workflow_sid'],
      'The workflow that routes the tasks; null for other types of integration.',
    ),
    workspace: t.row(
      'Workspace',
      ['integration.workspace_sid'],
      'The workspace in which tasks are created; null for other types of integration.',
    ),
    studioFlow: t.row(
      'StudioFlow',
      ['integration.flow_sid'],
      'The Studio flow that handles the messages; null for other types of integration.',
    ),
    phoneNumber: t.one(
      'IncomingPhoneNumber',
      { phoneNumber: 'contactIdentity' },
      'The number of the account to which messages are sent; null for other channels than SMS.',
    ),
  },
  batch: 'whole',
  filters: { friendlyName: t.equal },
  create: {
    friendlyName: t.string.required,
    chatServiceSid: t.sid.required,
    channelType: t.enum('web', 'sms', 'facebook', 'whatsapp', 'line', 'custom').required,
    ...settings,
  },
  update: {
    friendlyName: t.string,
    chatServiceSid: t.sid,
    channelType: t.enum('web', 'sms', 'facebook', 'whatsapp', 'line', 'custom'),
    ...settings,
  },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
