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
    flexFlowSid: t.ref('FlexFlow'),
    sid: t.sid,
    userSid: t.sid,
    taskSid: t.sid,
    url: t.omit,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  filters: {},
  create: {
    flexFlowSid: t.sid.required,
    identity: t.string.pii.required,
    chatUserFriendlyName: t.string.pii.required,
    chatFriendlyName: t.string.required,
    target: t.string,
    chatUniqueName: t.string,
    preEngagementData: t.string.pii,
    taskSid: t.sid,
    taskAttributes: t.string.pii,
    longLived: t.boolean,
  },
  remove: true,
  fetch: true,
  paid: ['create'],
});
