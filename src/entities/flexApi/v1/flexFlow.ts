/** Flex flows. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

const settings = {
  contactIdentity: t.string.pii,
  enabled: t.boolean,
  integrationType: t.enum('studio', 'external', 'task'),
  'integration.flowSid': t.sid,
  'integration.url': t.url,
  'integration.workspaceSid': t.sid,
  'integration.workflowSid': t.sid,
  'integration.channel': t.string,
  'integration.timeout': t.int,
  'integration.priority': t.int,
  'integration.creationOnMessage': t.boolean,
  longLived: t.boolean,
  janitorEnabled: t.boolean,
  'integration.retryCount': t.int,
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
    chatServiceSid: t.ref('ChatService'),
    channelType: t.enum('web', 'sms', 'facebook', 'whatsapp', 'line', 'custom'),
    contactIdentity: t.string.pii,
    enabled: t.boolean,
    integrationType: t.enum('studio', 'external', 'task'),
    integration: t.json,
    longLived: t.boolean,
    janitorEnabled: t.boolean,
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
