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
    routingProperties: t.json.pii.about('How the task of the participant was routed; null for those without a task.'),
  },
  batch: 'whole',
  filters: {},
  create: {
    type: t.enum('supervisor', 'customer', 'external', 'agent', 'unknown').required,
    mediaProperties: t.json.pii.destination.required.about(
      'Address or identity with which the participant takes part.',
    ),
    routingProperties: t.json.pii,
  },
  update: {
    status: t
      .enum('closed', 'wrapup')
      .required.about('CLOSED takes the participant out; WRAPUP leaves time for follow-up work.'),
  },
  paid: ['create'],
});
