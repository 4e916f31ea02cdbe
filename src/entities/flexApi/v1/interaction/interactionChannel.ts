/** Channels of an interaction. */
import { entity, t } from '../../../../model/index.ts';
import { FlexInteraction } from '../interaction.ts';

export const FlexInteractionChannel = entity('FlexInteractionChannel', {
  in: FlexInteraction,
  at: 'channels',
  sid: 'UO',
  plural: 'interactionChannels',
  inside: ['interactionChannel', 'interactionChannels'],
  argument: 'channelSid',
  about: 'The channel an interaction runs on, such as SMS or web chat.',
  fields: {
    sid: t.sid,
    interactionSid: t.ref('FlexInteraction'),
    type: t.enum('voice', 'sms', 'email', 'web', 'whatsapp', 'chat', 'messenger', 'gbm'),
    status: t
      .enum('setup', 'active', 'failed', 'closed', 'inactive', 'pause', 'transfer')
      .about('FAILED has an error; INACTIVE can become active again, CLOSED cannot.'),
    errorCode: t.int.about("Twilio's code of the error that made it fail; null otherwise."),
    errorMessage: t.string,
    url: t.omit,
    links: t.omit,
  },
  filters: {},
  update: {
    status: t.enum('closed', 'inactive').required,
    routing: t.json.pii.about('What happens with the task of the channel, such as `{"status":"closed"}`.'),
  },
  fetch: true,
  terminal: { status: ['closed', 'failed'] },
});
