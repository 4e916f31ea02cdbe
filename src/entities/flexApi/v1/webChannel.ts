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
    flexFlowSid: t.ref('FlexFlow'),
    sid: t.sid,
    url: t.omit,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  filters: {},
  create: {
    flexFlowSid: t.sid.required,
    identity: t.string.pii.required,
    customerFriendlyName: t.string.pii.required,
    chatFriendlyName: t.string.required,
    chatUniqueName: t.string,
    preEngagementData: t.string.pii,
  },
  update: { chatStatus: t.enum('inactive'), postEngagementData: t.string.pii },
  remove: true,
  fetch: true,
});
