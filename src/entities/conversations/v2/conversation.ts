/** Conversations. */
import { entity, t } from '../../../model/index.ts';
import { conversationsV2 } from './product.ts';

/** Profiles are in the memory store of the conversation. */
const storeIn = (configuration: unknown): unknown =>
  (configuration as { readonly memoryStoreId?: unknown } | null)?.memoryStoreId;

export const ConversationsV2Conversation = entity('ConversationsV2Conversation', {
  in: conversationsV2,
  at: 'conversations',
  key: 'id',
  argument: 'conversationId',
  about: 'Related calls and messages with a customer, grouped across channels.',
  fields: {
    statusUrl: t.url,
    related: t.json.about('IDs of what the operation concerns, by name, such as `conversationId`.'),
    id: t.string.as('twilioId'),
    accountId: t.string,
    configurationId: t
      .ref('ConversationsV2Configuration', 'conversationConfiguration')
      .about('ID of the configuration by which it was grouped.'),
    status: t
      .enum('ACTIVE', 'INACTIVE', 'CLOSED')
      .about('INACTIVE after a time without traffic; CLOSED takes no more traffic.'),
    name: t.string,
    createdAt: t.dateTime,
    updatedAt: t.dateTime,
    configuration: t
      .object('Configuration', {
        displayName: t.string,
        description: t.string,
        conversationGroupingType: t
          .enum('GROUP_BY_PROFILE', 'GROUP_BY_PARTICIPANT_ADDRESSES', 'GROUP_BY_PARTICIPANT_ADDRESSES_AND_CHANNEL_TYPE')
          .about(
            'What belongs to one conversation: the traffic of a profile, of the same addresses, or of the same addresses on one channel.',
          ),
        memoryStoreId: t.string.about('ID of the memory store in which profiles are looked up.'),
        channelSettings: t.json.about('By channel: which traffic is captured, and the timeouts.'),
        statusCallbacks: t
          .object('ConfigurationStatusCallbacks', { url: t.string, method: t.string })
          .list.about('URLs that are called when something happens in the conversation.'),
        intelligenceConfigurationIds: t.string.list.about(
          'IDs of the Intelligence configurations that analyze the conversation.',
        ),
        traitExtractionStrategyIds: t.string.list.about('IDs of the strategies by which traits are learned from it.'),
        observationExtractionStrategyIds: t.string.list.about(
          'IDs of the strategies by which observations are learned from it.',
        ),
        memoryExtractionEnabled: t.boolean.about('Whether memories are extracted into the memory store.'),
        conversationsV1Bridge: t
          .object('ConfigurationConversationsV1Bridge', {
            serviceId: t.string.about('SID (IS…) of the service of Conversations v1.'),
          })
          .about('Link to a service of Conversations v1; null without one.'),
      })
      .about('The configuration as it was when the conversation was opened.'),
    metadata: t.json.about('Data of your own: at most 8 names, each with a text of at most 512 characters.'),
    participants: t
      .object('Participants', {
        id: t.string.about('ID that Twilio gave the participant.'),
        conversationId: t.string,
        accountId: t.string,
        name: t.string,
        type: t.enum('HUMAN_AGENT', 'CUSTOMER', 'AI_AGENT', 'AGENT', 'UNKNOWN'),
        profileId: t.string.about("ID of the customer's profile in the memory store; null for agents."),
        addresses: t
          .object('ParticipantsAddresses', {
            channel: t.enum('VOICE', 'SMS', 'RCS', 'WHATSAPP', 'CHAT', 'VIDEO'),
            address: t.string.about('Phone number or other address on the channel.'),
            channelId: t.string.about('ID that the channel gave, such as the SID of the call.'),
          })
          .list.about('Where the participant takes part: one address for each channel.'),
        createdAt: t.dateTime,
        updatedAt: t.dateTime,
      })
      .pii.list.as('listedParticipants')
      .about('Participants as the list shows them; `participants` has them as rows.'),
    actionId: t
      .ref('ConversationsV2Action')
      .about('ID of the action that the create started; null in every other answer.'),
  },
  relations: {
    memoryStore: t.row(
      'MemoryStore',
      ['configuration.memoryStoreId'],
      'The store in which memories of the conversation are kept; null if it has none.',
    ),
    intelligenceConfigurations: t.rows(
      'IntelligenceConfiguration',
      'configuration.intelligenceConfigurationIds',
      [''],
      'The configurations by which the conversation is analyzed',
    ),
    profiles: t.rows(
      'MemoryProfile',
      'listedParticipants',
      [{ from: ['configuration'], derive: storeIn }, 'profileId'],
      'The profiles of the participants in the memory store',
    ),
  },
  filters: {
    status: t.equal.list,
    channelId: t.string.about('SID of a call or message that belongs to the conversation.'),
  },
  create: {
    configurationId: t.string.required,
    name: t.string,
    configuration: t.object('Configuration', {
      intelligenceConfigurationIds: t.string.list.about(
        'IDs of the Intelligence configurations that analyze the conversation.',
      ),
      traitExtractionStrategyIds: t.string.list.about('IDs of the strategies by which traits are learned from it.'),
      observationExtractionStrategyIds: t.string.list.about(
        'IDs of the strategies by which observations are learned from it.',
      ),
      workflows: t
        .object('ConfigurationWorkflows', { flowId: t.string.required.about('SID (FW…) of a Studio flow.') })
        .list.about('Studio flows for the conversation, in place of those of the configuration.'),
    }),
    participants: t.object('Participants', {
      name: t.string,
      type: t.string,
      profileId: t.string,
      addresses: t.object('ParticipantsAddresses', {
        channel: t.string.required,
        address: t.string.destination.required,
        channelId: t.string,
      }).list,
    }).pii.list,
    metadata: t.json,
  },
  update: {
    name: t.string,
    status: t.enum('ACTIVE', 'INACTIVE', 'CLOSED'),
    configuration: t.object('Configuration', {
      statusCallbacks: t
        .object('ConfigurationStatusCallbacks', { url: t.url.required, method: t.string })
        .list.about('URLs that are called when something happens in the conversation; an empty list removes them.'),
    }),
    metadata: t.json,
  },
  with: 'patch',
  replace: { name: t.string, status: t.enum('ACTIVE', 'INACTIVE', 'CLOSED').required, metadata: t.json },
  remove: { idempotencyKey: t.string },
  fetch: true,
  terminal: { status: ['CLOSED'] },
});
