/** Configurations. */
import { entity, t } from '../../../model/index.ts';
import { conversationsV2 } from './product.ts';

const settings = {
  channelSettings: t.json,
  statusCallbacks: t.object('StatusCallbacks', { url: t.string.required, method: t.string }).list,
  intelligenceConfigurationIds: t.string.list,
  memoryExtractionEnabled: t.boolean,
  conversationsV1Bridge: t.object('ConversationsV1Bridge', { serviceId: t.string.required }),
};

export const ConversationsV2Configuration = entity('ConversationsV2Configuration', {
  in: conversationsV2,
  at: 'configurations',
  key: 'id',
  about: 'Which traffic is captured and how it is grouped into conversations.',
  fields: {
    id: t.string.as('twilioId'),
    displayName: t.string,
    description: t.string,
    conversationGroupingType: t.enum(
      'GROUP_BY_PROFILE',
      'GROUP_BY_PARTICIPANT_ADDRESSES',
      'GROUP_BY_PARTICIPANT_ADDRESSES_AND_CHANNEL_TYPE',
    ),
    memoryStoreId: t.ref('MemoryStore'),
    channelSettings: t.json,
    statusCallbacks: t.object('StatusCallbacks', { url: t.string, method: t.string }).list,
    intelligenceConfigurationIds: t.string.list,
    traitExtractionStrategyIds: t.string.list,
    observationExtractionStrategyIds: t.string.list,
    memoryExtractionEnabled: t.boolean,
    conversationsV1Bridge: t.object('ConversationsV1Bridge', { serviceId: t.string }),
    createdAt: t.dateTime,
    updatedAt: t.dateTime,
    version: t.long,
    statusUrl: t.string,
    related: t.json,
  },
  relations: {
    bridgedService: t.row(
      'ConversationsService',
      ['conversationsV1Bridge.serviceId'],
      'The service of Conversations v1 that is bridged; null if there is none.',
    ),
  },
  filters: { memoryStoreId: t.equal },
  create: {
    displayName: t.string.required,
    description: t.string.required,
    conversationGroupingType: t.enum(
      'GROUP_BY_PROFILE',
      'GROUP_BY_PARTICIPANT_ADDRESSES',
      'GROUP_BY_PARTICIPANT_ADDRESSES_AND_CHANNEL_TYPE',
    ).required,
    memoryStoreId: t.string.required,
    ...settings,
  },
  update: {
    displayName: t.string,
    description: t.string,
    conversationGroupingType: t.enum(
      'GROUP_BY_PROFILE',
      'GROUP_BY_PARTICIPANT_ADDRESSES',
      'GROUP_BY_PARTICIPANT_ADDRESSES_AND_CHANNEL_TYPE',
    ),
    memoryStoreId: t.string,
    ...settings,
  },
  with: 'patch',
  replace: {
    displayName: t.string,
    description: t.string.required,
    conversationGroupingType: t.enum(
      'GROUP_BY_PROFILE',
      'GROUP_BY_PARTICIPANT_ADDRESSES',
      'GROUP_BY_PARTICIPANT_ADDRESSES_AND_CHANNEL_TYPE',
    ).required,
    memoryStoreId: t.string.required,
    channelSettings: t.json.required,
    statusCallbacks: t.object('StatusCallbacks', { url: t.string.required, method: t.string }).list,
    intelligenceConfigurationIds: t.string.list,
    memoryExtractionEnabled: t.boolean,
    conversationsV1Bridge: t.object('ConversationsV1Bridge', { serviceId: t.string.required }),
  },
  headers: {
    create: { idempotencyKey: t.header('Idempotency-Key') },
    update: { idempotencyKey: t.header('Idempotency-Key') },
  },
  remove: { idempotencyKey: t.string },
  fetch: true,
  admin: ['create', 'replace', 'update', 'remove'],
});
