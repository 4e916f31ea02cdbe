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
    instanceSid: t.sid,
    accountSid: t.ref('Account'),
    interactionSid: t.ref('FlexInteraction'),
    channelSid: t.ref('FlexInteractionChannel'),
    executionSid: t.sid,
    type: t.enum('warm', 'cold', 'external'),
    status: t.enum('active', 'failed', 'completed'),
    from: t.string.pii,
    to: t.string.pii,
    noteSid: t.sid,
    summarySid: t.sid,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  create: { body: t.body },
  update: { body: t.body },
  fetch: true,
  paid: ['create'],
  terminal: { status: ['completed', 'failed'] },
});
