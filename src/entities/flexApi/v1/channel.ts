/** Channels. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexChannel = entity('FlexChannel', {
  in: flex,
  at: 'channel',
  sid: 'CH',
  plural: 'channels',
  about: "A legacy Flex chat channel that brings a customer's messages to an agent.",
  deprecated: 'Legacy messaging of Flex. Use interactions.',
  fields: {
    accountSid: t.ref('Account'),
    flexFlowSid: t.ref('FlexFlow').about("SID of the Flex flow that says where the channel's messages go."),
    sid: t.sid,
    userSid: t.sid.about('SID of the chat user.'),
    taskSid: t.sid.about('SID of the TaskRouter task that agents get for the channel; null without one.'),
    url: t.omit,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  filters: {},
  create: {
    flexFlowSid: t.sid.required,
    identity: t.string.pii.required.about('Identity of the customer in the chat.'),
    chatUserFriendlyName: t.string.pii.required.about('Name of the customer for display.'),
    chatFriendlyName: t.string.required.about('Name of the chat channel for display.'),
    target: t.string.destination.about('Address of the customer, such as the phone number for SMS.'),
    chatUniqueName: t.string.about('Unique name of the chat channel.'),
    preEngagementData: t.string.pii.about('Data from the form before the chat, as JSON text.'),
    taskSid: t.sid,
    taskAttributes: t.string.pii.about('Attributes of the task, as JSON text.'),
    longLived: t.boolean.about('Whether the channel stays open after the task, for later messages of the customer.'),
  },
  remove: true,
  fetch: true,
  paid: ['create'],
});
