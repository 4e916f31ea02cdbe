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
    channel: t.json.pii,
    routing: t.json.pii,
    url: t.omit,
    links: t.omit,
    interactionContextSid: t.sid,
    webhookTtid: t.string,
  },
  relations: {
    task: t.row(
      'TaskrouterTask',
      ['routing.properties.workspace_sid', 'routing.properties.sid'],
      'The task that routes the interaction.',
    ),
  },
  create: { channel: t.json.pii.required, routing: t.json.pii, interactionContextSid: t.sid, webhookTtid: t.string },
  update: { webhookTtid: t.string },
  fetch: true,
  paid: ['create'],
});
