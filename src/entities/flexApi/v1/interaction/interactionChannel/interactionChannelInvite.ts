/** Invites of an interaction channel. */
import { entity, t } from '../../../../../model/index.ts';
import { FlexInteractionChannel } from '../interactionChannel.ts';

export const FlexInteractionInvite = entity('FlexInteractionInvite', {
  in: FlexInteractionChannel,
  at: 'invites',
  one: 'invite',
  inside: ['invite', 'invites'],
  about: 'Asks an agent to join an interaction channel.',
  fields: {
    sid: t.sid,
    interactionSid: t.ref('FlexInteraction'),
    channelSid: t.ref('FlexInteractionChannel'),
    routing: t.json.pii.about(
      'How the task of the invitation is routed: `properties` such as `workspace_sid`, `workflow_sid` and `attributes`.',
    ),
    url: t.omit,
  },
  relations: {
    task: t.row(
      'TaskrouterTask',
      ['routing.properties.workspace_sid', 'routing.properties.sid'],
      'The task that routes the invite.',
    ),
  },
  filters: {},
  create: { routing: t.json.pii.required },
  paid: ['create'],
});
