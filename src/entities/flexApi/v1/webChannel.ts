/** Web channels. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexWebChannel = entity('FlexWebChannel', {
  in: flex,
  at: 'webChannel',
  sid: 'CH',
  plural: 'webChannels',
  about: 'A legacy web chat session in Flex.',
  deprecated: 'Legacy messaging of Flex. Use `flexWebchatCreate`.',
  fields: {
    accountSid: t.ref('Account'),
    flexFlowSid: t.ref('FlexFlow').about("SID of the Flex flow that says where the channel's messages go."),
    sid: t.sid,
    url: t.omit,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  filters: {},
  create: {
    flexFlowSid: t.sid.required,
    identity: t.string.pii.required.about('Identity of the customer in the chat.'),
    customerFriendlyName: t.string.pii.required.about('Name of the customer for display.'),
    chatFriendlyName: t.string.required.about('Name of the chat channel for display.'),
    chatUniqueName: t.string.about('Unique name of the chat channel.'),
    preEngagementData: t.string.pii.about('Data from the form before the chat, as JSON text.'),
  },
  update: {
    chatStatus: t.enum('inactive').about('INACTIVE ends the chat.'),
    postEngagementData: t.string.pii.about('Data from the form after the chat, as JSON text.'),
  },
  remove: true,
  fetch: true,
});
