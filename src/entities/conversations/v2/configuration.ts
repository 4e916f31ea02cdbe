/** Configurations. */
import { entity, t } from '../../../model/index.ts';
import { conversationsV2 } from './product.ts';

const settings = {
  channelSettings: t.json,
  statusCallbacks: t
    .object('StatusCallbacks', { url: t.url.required, method: t.string })
    .list.about('URLs that are called when something happens in a conversation.'),
  intelligenceConfigurationIds: t.string.list,
  memoryExtractionEnabled: t.boolean,
  conversationsV1Bridge: t.object('ConversationsV1Bridge', {
    serviceId: t.string.required.about('SID (IS…) of the service.'),
  }),
};

export const ConversationsV2Configuration = entity('ConversationsV2Configuration', {
  in: conversationsV2,
  at: 'configurations',
  key: 'id',
  about: 'Which traffic is captured and how it is grouped into conversations.',
  fields: {
    id: t.string.as('twilioId'),
    displayName: t.string.about('Name for display, at most 32 characters.'),
    description: t.string,
    conversationGroupingType: t
      .enum('GROUP_BY_PROFILE', 'GROUP_BY_PARTICIPANT_ADDRESSES', 'GROUP_BY_PARTICIPANT_ADDRESSES_AND_CHANNEL_TYPE')
      .about(
        'What belongs to one conversation: the traffic of a profile, of the same addresses, or of the same addresses on one channel.',
      ),
    memoryStoreId: t
      .ref('MemoryStore')
      .about('ID of the memory store in which profiles are looked up and memories are kept.'),
    channelSettings: t.json.about(
      'By channel: `captureRules`, and after how many minutes conversations become inactive and closed.',
    ),
    statusCallbacks: t
      .object('StatusCallbacks', { url: t.string, method: t.string })
      .list.about('URLs that are called when something happens in a conversation.'),
    intelligenceConfigurationIds: t
      .refs('IntelligenceConfiguration')
      .about('IDs of the Intelligence configurations that analyze the conversations.'),
    traitExtractionStrategyIds: t.string.list.about(
      'IDs of the strategies by which traits are learned from conversations.',
    ),
    observationExtractionStrategyIds: t.string.list.about(
      'IDs of the strategies by which observations are learned from conversations.',
    ),
    memoryExtractionEnabled: t.boolean.about(
      'Whether memories are extracted from conversations into the memory store.',
    ),
    conversationsV1Bridge: t
      .object('ConversationsV1Bridge', { serviceId: t.string.about('SID (IS…) of the service.') })
      .about('Link to a service of Conversations v1, whose traffic is captured; null without one.'),
    createdAt: t.dateTime,
    updatedAt: t.dateTime,
    version: t.long.about('Number that changes with every update.'),
    statusUrl: t.string,
    related: t.json.about('IDs of what the operation concerns, by name, such as `configurationId`.'),
  },
  relations: {
    bridgedService: t.row(
      'ConversationsService',
      ['conversationsV1Bridge.serviceId'],
      'The service of Conversations v1 that is bridged; null if there is none.',
    ),
    intelligenceConversations: t.many(
      'IntelligenceConversation',
      { conversationConfigurationId: 'twilioId' },
      'Analyzed conversations that follow the configuration.',
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
    statusCallbacks: t.object('StatusCallbacks', { url: t.url.required, method: t.string }).list,
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
