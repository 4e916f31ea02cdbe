/** Operator results. */
import { entity, t } from '../../../model/index.ts';
import { intelligence } from './product.ts';

export const IntelligenceOperatorResult = entity('IntelligenceOperatorResult', {
  in: intelligence,
  at: 'operatorResults',
  key: 'id',
  argument: 'operatorResultId',
  about: 'What a language operator found in a conversation.',
  fields: {
    outputFormat: t.string.about('Form of `result`, such as `TEXT`, `JSON` or `CLASSIFICATION`.'),
    id: t.string.as('twilioId'),
    accountId: t.string,
    intelligenceConfiguration: t
      .object('IntelligenceConfiguration', {
        id: t.string,
        ruleId: t.string.about('ID of its rule that ran the operator.'),
        version: t.int.about('Version of the configuration at that time.'),
      })
      .about('The configuration that ran the operator.'),
    conversationId: t.ref('IntelligenceConversation'),
    operator: t
      .object('Operator', {
        id: t.string,
        version: t.int.about('Version of the operator that ran.'),
        parameters: t.json.about('Values of its parameters, by name.'),
      })
      .about('The operator that ran.'),
    dateCreated: t.dateTime,
    referenceIds: t.string.list.about('IDs of other objects that the result is about.'),
    executionDetails: t
      .object('ExecutionDetails', {
        trigger: t.object('ExecutionDetailsTrigger', {
          on: t.string.about('Event that started the rule, such as `COMMUNICATION` or `CONVERSATION_END`.'),
          timestamp: t.dateTime,
        }),
        communications: t
          .object('ExecutionDetailsCommunications', {
            first: t.string.about('ID of the first communication that was read.'),
            last: t.string.about('ID of the last communication that was read.'),
          })
          .about('The part of the conversation that was read.'),
        channels: t.string.list.about('Channels of the conversation, such as VOICE or SMS.'),
        participants: t.object('ExecutionDetailsParticipants', {
          id: t.string,
          profileId: t.string.about("ID of the participant's profile in Memory; null if none is known."),
          type: t.string.about('`CUSTOMER`, `HUMAN_AGENT`, `AI_AGENT`, `AGENT` or `UNKNOWN`.'),
        }).list,
        resolvedContext: t
          .object('ExecutionDetailsResolvedContext', {
            memory: t.object('ExecutionDetailsResolvedContextMemory', {
              profileId: t.string.about('ID of the profile in Memory.'),
              memoryStoreId: t.string.about('ID of the memory store that holds the profile.'),
            }),
            knowledge: t.object('ExecutionDetailsResolvedContextKnowledge', {
              sources: t.object('ExecutionDetailsResolvedContextKnowledgeSources', {
                baseId: t.string.about('ID of the knowledge base.'),
                sourceId: t.string.about('ID of the source in the knowledge base.'),
              }).list,
            }),
          })
          .about('Further data that the operator read.'),
      })
      .about('What started the operator, and what it read.'),
    metadata: t
      .object('Metadata', {
        system: t.object('MetadataSystem', {
          resolvedModel: t.string.about('Language model that did the work.'),
          latencyMs: t.int.about('Time that the operator took, in milliseconds.'),
          inputCharacters: t.int.about('Characters sent to the model. Twilio charges by them.'),
          outputCharacters: t.int.about('Characters that the model wrote. Twilio charges by them.'),
          inputTruncated: t.boolean.about('Whether the conversation was too long for the model and was cut.'),
        }),
      })
      .about('How the operator ran: model, time and sizes.'),
    result: t.object('Result', {
      entities: t
        .object('ResultEntities', {
          text: t.string.pii.about('The words as they occur in the conversation.'),
          label: t.string.about('Kind of thing, such as PERSON or LOCATION.'),
        })
        .list.about('What an extracting operator found.'),
    }),
  },
  relations: {
    operatorObject: t.row('IntelligenceOperator', ['operator.id'], 'The operator that produced the result.'),
    configuration: t.row(
      'IntelligenceConfiguration',
      ['intelligenceConfiguration.id'],
      'The configuration with the rule that ran the operator.',
    ),
    profile: t.row(
      'MemoryProfile',
      ['executionDetails.resolvedContext.memory.memoryStoreId', 'executionDetails.resolvedContext.memory.profileId'],
      'The profile whose memories the operator was given; null if it was given none.',
    ),
    knowledgeSources: t.rows(
      'KnowledgeSource',
      'executionDetails.resolvedContext.knowledge.sources',
      ['baseId', 'sourceId'],
      'The sources of knowledge that the operator was given',
    ),
  },
  filters: {
    conversationId: t.equal,
    intelligenceConfigurationId: t.string.about('ID of the configuration that ran the operator.'),
    operatorId: t.string.about('ID of the operator.'),
  },
  remove: true,
  fetch: true,
});
