/** Operator results. */
import { entity, t } from '../../../model/index.ts';
import { intelligence } from './product.ts';

export const IntelligenceOperatorResult = entity('IntelligenceOperatorResult', {
  in: intelligence,
  at: 'operatorResults',
  key: 'id',
  argument: 'operatorResultId',
  about: 'What an operator found in a conversation.',
  fields: {
    outputFormat: t.string,
    id: t.string.as('twilioId'),
    accountId: t.string,
    intelligenceConfiguration: t.object('IntelligenceConfiguration', {
      id: t.string,
      ruleId: t.string,
      version: t.int,
    }),
    conversationId: t.ref('IntelligenceConversation'),
    operator: t.object('Operator', { id: t.string, version: t.int, parameters: t.json }),
    dateCreated: t.dateTime,
    referenceIds: t.string.list,
    executionDetails: t.object('ExecutionDetails', {
      trigger: t.object('ExecutionDetailsTrigger', { on: t.string, timestamp: t.dateTime }),
      communications: t.object('ExecutionDetailsCommunications', { first: t.string, last: t.string }),
      channels: t.string.list,
      participants: t.object('ExecutionDetailsParticipants', { id: t.string, profileId: t.string, type: t.string })
        .list,
      resolvedContext: t.object('ExecutionDetailsResolvedContext', {
        memory: t.object('ExecutionDetailsResolvedContextMemory', { profileId: t.string, memoryStoreId: t.string }),
        knowledge: t.object('ExecutionDetailsResolvedContextKnowledge', {
          sources: t.object('ExecutionDetailsResolvedContextKnowledgeSources', { baseId: t.string, sourceId: t.string })
            .list,
        }),
      }),
    }),
    metadata: t.object('Metadata', {
      system: t.object('MetadataSystem', {
        resolvedModel: t.string,
        latencyMs: t.int,
        inputCharacters: t.int,
        outputCharacters: t.int,
        inputTruncated: t.boolean,
      }),
    }),
    result: t.object('Result', { entities: t.object('ResultEntities', { text: t.string.pii, label: t.string }).list }),
  },
  filters: { conversationId: t.equal, intelligenceConfigurationId: t.string, operatorId: t.string },
  remove: true,
  fetch: true,
});
