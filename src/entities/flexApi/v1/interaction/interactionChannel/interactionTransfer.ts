/** Transfers of an interaction channel. */
import { entity, t } from '../../../../../model/index.ts';
import { FlexInteractionChannel } from '../interactionChannel.ts';

export const FlexInteractionTransfer = entity('FlexInteractionTransfer', {
  in: FlexInteractionChannel,
  at: 'transfers',
  sid: 'UX',
  one: 'transfer',
  body: 'json',
  about: 'Hands an interaction over to another agent or queue.',
  fields: {
    sid: t.sid,
    instanceSid: t.sid.about('SID (GO…) of the Flex instance.'),
    accountSid: t.ref('Account'),
    interactionSid: t.ref('FlexInteraction'),
    channelSid: t.ref('FlexInteractionChannel'),
    executionSid: t.sid.about('SID of the execution of the transfer.'),
    type: t
      .enum('warm', 'cold', 'external')
      .about(
        'COLD: the agent leaves at once. WARM: both agents are there for a time. EXTERNAL: to someone outside Flex.',
      ),
    status: t.enum('active', 'failed', 'completed'),
    from: t.string.pii.about('SID of the participant who transfers.'),
    to: t.string.pii.about('SID of the participant to whom the interaction goes.'),
    noteSid: t.sid.about("SID of the agent's note for the next one; null without one."),
    summarySid: t.sid.about('SID of the summary for the next agent; null without one.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  relations: {
    fromParticipant: t.one('FlexInteractionParticipant', { sid: 'from' }, 'The participant who hands over.'),
    toParticipant: t.one(
      'FlexInteractionParticipant',
      { sid: 'to' },
      'The participant who takes over; null until somebody accepts.',
    ),
  },
  create: { body: t.body },
  update: { body: t.body },
  fetch: true,
  paid: ['create'],
  terminal: { status: ['completed', 'failed'] },
});
