/** Versions. */
import { entity, t } from '../../../model/index.ts';
import { IntelligenceOperator } from './operator.ts';
import { intelligence } from './product.ts';

export const IntelligenceOperatorVersion = entity('IntelligenceOperatorVersion', {
  in: intelligence,
  at: 'versions',
  by: IntelligenceOperator,
  key: 'id',
  argument: 'versionParam',
  about: 'One version of a language operator and its lifecycle state.',
  fields: {
    id: t.string.as('twilioId'),
    displayName: t.string,
    description: t.string,
    version: t.int,
    author: t.enum('SELF', 'TWILIO'),
    prompt: t.string,
    outputFormat: t.enum('TEXT', 'JSON', 'CLASSIFICATION'),
    outputSchema: t.json,
    trainingExamples: t.object('TrainingExamples', { input: t.string, output: t.string }).list,
    context: t.object('Context', {
      memory: t.object('ContextMemory', { enabled: t.boolean }),
      knowledge: t.object('ContextKnowledge', { enabled: t.boolean }),
    }),
    parameters: t.json,
    status: t.enum('PREVIEW', 'ACTIVE', 'DEPRECATED', 'RETIRED'),
    dateCreated: t.dateTime,
    dateDeprecated: t.dateTime,
    retirementDate: t.dateTime,
    dateRetired: t.dateTime,
  },
  filters: {},
  fetch: true,
  terminal: { status: ['RETIRED'] },
});
