/** Participants of an interaction channel. */
import { entity, t } from '../../../../../model/index.ts';
import { FlexInteractionChannel } from '../interactionChannel.ts';

export const FlexInteractionParticipant = entity('FlexInteractionParticipant', {
  in: FlexInteractionChannel,
  at: 'participants',
  sid: 'UT',
  one: 'participant',
  about: 'A customer, agent or supervisor on an interaction channel.',
  fields: {
    sid: t.sid,
    type: t.enum('supervisor', 'customer', 'external', 'agent', 'unknown'),
    interactionSid: t.ref('FlexInteraction'),
    channelSid: t.ref('FlexInteractionChannel'),
    url: t.omit,
    routingProperties: t.json.pii,
  },
  filters: {},
  create: {
    type: t.enum('supervisor', 'customer', 'external', 'agent', 'unknown').required,
    mediaProperties: t.json.pii.required,
    routingProperties: t.json.pii,
  },
  update: { status: t.enum('closed', 'wrapup').required },
  paid: ['create'],
});
