/** Flex configuration. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexConfiguration = entity('FlexConfiguration', {
  in: flex,
  at: 'configuration',
  body: 'json',
  about: 'Settings of the Flex instance: UI, queues, integrations.',
  fields: {
    accountSid: t.ref('Account'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    attributes: t.json.pii.about('Data of your own.'),
    status: t.enum('ok', 'inprogress', 'notstarted').about('Progress of the setup of Flex.'),
    taskrouterWorkspaceSid: t.ref('Workspace', 'workspace').about('SID of the workspace that Flex uses.'),
    taskrouterTargetWorkflowSid: t.ref('Workflow', 'targetWorkflow').about('SID of the workflow for new tasks.'),
    taskrouterTargetTaskqueueSid: t.ref('TaskQueue', 'targetTaskQueue').about('SID of the queue for new tasks.'),
    taskrouterTaskqueues: t.json.list.about('Queues to which agents can transfer: `sid` and `targettable`.'),
    taskrouterSkills: t.json.list.about('Skills that agents can have: `name`, `multivalue`, `minimum` and `maximum`.'),
    taskrouterWorkerChannels: t.json.about('Capacity of new workers, by role and channel.'),
    taskrouterWorkerAttributes: t.json.about('Attributes of new workers.'),
    taskrouterOfflineActivitySid: t
      .ref('TaskrouterActivity', 'offlineActivity')
      .about('SID of the activity of agents who are logged out.'),
    runtimeDomain: t.string.about('URL at which the Flex instance is hosted.'),
    messagingServiceInstanceSid: t
      .ref('MessagingService', 'messagingService')
      .about('SID of the messaging service that Flex uses.'),
    chatServiceInstanceSid: t
      .ref('ConversationsService', 'conversationService')
      .about('SID of the chat service that Flex uses.'),
    flexServiceInstanceSid: t.sid.about('SID (FO…) of the Flex instance.'),
    flexInstanceSid: t.sid.about('SID (GO…) of the Flex instance.'),
    uiLanguage: t.string.about('Language of the user interface, such as en-US.'),
    uiAttributes: t.json.pii.about('Settings of the user interface, such as its theme.'),
    uiDependencies: t.json.about('Versions of React and other libraries that the user interface loads.'),
    uiVersion: t.string.about('Version of the user interface, such as ~2.0.0.'),
    serviceVersion: t.string,
    callRecordingEnabled: t.boolean.about('Whether calls are recorded.'),
    callRecordingWebhookUrl: t.string.about('URL called about recordings of calls.'),
    crmEnabled: t.boolean.about('Whether the CRM panel is shown next to the task.'),
    crmType: t.string.about('Kind of CRM in the panel.'),
    crmCallbackUrl: t.string.about('URL called by the CRM panel for the page to show.'),
    crmFallbackUrl: t.string.about('URL that the CRM panel shows if `crmCallbackUrl` fails.'),
    crmAttributes: t.json.pii.about('Data of your own for the CRM panel.'),
    publicAttributes: t.json.about('Data of your own that can be read without logging in.'),
    pluginServiceEnabled: t.boolean.about('Whether plugins are loaded.'),
    pluginServiceAttributes: t.json.about('Versions of the services that load plugins.'),
    integrations: t.json.pii.about('Other systems that Flex works with, such as a CRM.'),
    outboundCallFlows: t.json.about(
      'What happens with calls from agents: `enabled`, `caller_id`, and the queue and workflow of their tasks.',
    ),
    serverlessServiceSids: t.refs('ServerlessService').about('SIDs of the serverless services that Flex uses.'),
    queueStatsConfiguration: t.json.about('Which queues the statistics show.'),
    notifications: t.json.about('Settings of notifications to agents in the browser.'),
    markdown: t.json.about('Whether messages are shown with Markdown, and which parts of it are allowed.'),
    url: t.omit,
    flexInsightsHr: t.json.about('Whether Flex Insights knows the agents, and in which workspaces.'),
    flexInsightsDrilldown: t.boolean.about('Whether Flex redirects to `flexUrl`.'),
    flexUrl: t.string.about('URL to which Flex redirects if `flexInsightsDrilldown` is on.'),
    channelConfigs: t.json.list.about('Settings of each channel of Flex Conversations.'),
    debuggerIntegration: t.json.about("Whether errors of the user interface are reported to Twilio's debugger."),
    flexUiStatusReport: t.json.about('Whether the user interface reports its own state to Twilio.'),
    agentConvEndMethods: t.json.about('How agents can end a conversation.'),
    citrixVoiceVdi: t.json.about('Settings for agents who take calls in a virtual desktop of Citrix.'),
    offlineConfig: t.json,
  },
  relations: {
    outboundWorkflow: t.row(
      'Workflow',
      ['taskrouterWorkspaceSid', 'outboundCallFlows.default.workflow_sid'],
      'The workflow of outbound calls; null if they are not set up.',
    ),
    outboundTaskQueue: t.row(
      'TaskQueue',
      ['taskrouterWorkspaceSid', 'outboundCallFlows.default.queue_sid'],
      'The task queue of outbound calls; null if they are not set up.',
    ),
    statsTaskQueues: t.rows(
      'TaskQueue',
      'queueStatsConfiguration.queue_configurations',
      ['queue_sid'],
      'The task queues whose statistics Flex shows',
    ),
  },
  update: {
    body: t.body.about("`account_sid`, and the settings to change by Twilio's names, such as `ui_attributes`."),
  },
  fetch: { uiVersion: t.string },
  admin: ['update'],
});
