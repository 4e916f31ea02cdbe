/** Interactions. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexInteraction = entity('FlexInteraction', {
  in: flex,
  at: 'interaction',
  sid: 'KD',
  about: "A customer's contact over any channel, routed to an agent as a task.",
  fields: {
    sid: t.sid,
    channel: t.json.pii.about('The channel that it was opened with: `type`, `initiated_by` and `properties`.'),
    routing: t.json.pii.about(
      'How a task was routed to an agent: `properties`, such as `workflow_sid`, and the `reservation`.',
    ),
    url: t.omit,
    links: t.omit,
    interactionContextSid: t.sid.about('SID of the context that several interactions share; null without one.'),
    webhookTtid: t.string.about('ID of the webhook that gets its events.'),
  },
  relations: {
    task: t.row(
      'TaskrouterTask',
      ['routing.properties.workspace_sid', 'routing.properties.sid'],
      'The task that routes the interaction.',
    ),
    channelObject: t.row('FlexInteractionChannel', ['channel.sid'], 'The channel of the interaction.'),
    workflow: t.row(
      'Workflow',
      ['routing.properties.workspace_sid', 'routing.properties.workflow_sid'],
      'The workflow that routes it; null in answers without `routing`.',
    ),
    taskQueue: t.row(
      'TaskQueue',
      ['routing.properties.workspace_sid', 'routing.properties.queue_sid'],
      'The task queue in which it waits; null in answers without `routing`.',
    ),
    taskChannel: t.row(
      'TaskChannel',
      ['routing.properties.workspace_sid', 'routing.properties.task_channel_sid'],
      'The task channel to which it belongs; null in answers without `routing`.',
    ),
  },
  create: {
    channel: t.json.pii.destination.required,
    routing: t.json.pii.destination,
    interactionContextSid: t.sid,
    webhookTtid: t.string,
  },
  update: { webhookTtid: t.string },
  fetch: true,
  paid: ['create'],
});
