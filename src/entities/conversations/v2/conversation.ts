/** Conversations. */
import { entity, t } from '../../../model/index.ts';
import { conversationsV2 } from './product.ts';

export const ConversationsV2Conversation = entity('ConversationsV2Conversation', {
  in: conversationsV2,
  at: 'conversations',
  key: 'id',
  argument: 'conversationId',
  about: 'Related calls and messages with a customer, grouped across channels.',
  fields: {
    statusUrl: t.url,
    related: t.json,
    id: t.string.as('twilioId'),
    accountId: t.string,
    configurationId: t.ref('ConversationsV2Configuration'),
    status: t.enum('ACTIVE', 'INACTIVE', 'CLOSED'),
    name: t.string,
    createdAt: t.dateTime,
    updatedAt: t.dateTime,
    configuration: t.object('Configuration', {
      displayName: t.string,
      description: t.string,
      conversationGroupingType: t.enum(
        'GROUP_BY_PROFILE',
        'GROUP_BY_PARTICIPANT_ADDRESSES',
        'GROUP_BY_PARTICIPANT_ADDRESSES_AND_CHANNEL_TYPE',
      ),
      memoryStoreId: t.string,
      channelSettings: t.json,
      statusCallbacks: t.object('ConfigurationStatusCallbacks', { url: t.string, method: t.string }).list,
      intelligenceConfigurationIds: t.string.list,
      traitExtractionStrategyIds: t.string.list,
      observationExtractionStrategyIds: t.string.list,
      memoryExtractionEnabled: t.boolean,
      conversationsV1Bridge: t.object('ConfigurationConversationsV1Bridge', { serviceId: t.string }),
    }),
    metadata: t.json,
    participants: t
      .object('Participants', {
        id: t.string,
        conversationId: t.string,
        accountId: t.string,
        name: t.string,
        type: t.enum('HUMAN_AGENT', 'CUSTOMER', 'AI_AGENT', 'AGENT', 'UNKNOWN'),
        profileId: t.string,
        addresses: t.object('ParticipantsAddresses', {
          channel: t.enum('VOICE', 'SMS', 'RCS', 'WHATSAPP', 'CHAT', 'VIDEO'),
          address: t.string,
          channelId: t.string,
        }).list,
        createdAt: t.dateTime,
        updatedAt: t.dateTime,
      })
      .pii.list.as('listedParticipants'),
    actionId: t.ref('ConversationsV2Action'),
  },
  filters: { status: t.equal.list, channelId: t.string },
  create: {
    configurationId: t.string.required,
    name: t.string,
    configuration: t.object('Configuration', {
      intelligenceConfigurationIds: t.string.list,
      traitExtractionStrategyIds: t.string.list,
      observationExtractionStrategyIds: t.string.list,
      workflows: t.object('ConfigurationWorkflows', { flowId: t.string.required }).list,
    }),
    participants: t.object('Participants', {
      name: t.string,
      type: t.string,
      profileId: t.string,
      addresses: t.object('ParticipantsAddresses', {
        channel: t.string.required,
        address: t.string.required,
        channelId: t.string,
      }).list,
    }).pii.list,
    metadata: t.json,
  },
  update: {
    name: t.string,
    status: t.enum('ACTIVE', 'INACTIVE', 'CLOSED'),
    configuration: t.object('Configuration', {
      statusCallbacks: t.object('ConfigurationStatusCallbacks', { url: t.string.required, method: t.string }).list,
    }),
    metadata: t.json,
  },
  with: 'patch',
  replace: { name: t.string, status: t.enum('ACTIVE', 'INACTIVE', 'CLOSED').required, metadata: t.json },
  remove: { idempotencyKey: t.string },
  fetch: true,
  terminal: { status: ['CLOSED'] },
});
