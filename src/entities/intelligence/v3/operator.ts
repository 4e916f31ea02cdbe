/** Operators. */
import { entity, t } from '../../../model/index.ts';
import { intelligence } from './product.ts';

const settings = {
  id: t.string,
  displayName: t.string,
  description: t.string,
  version: t.int,
  author: t.enum('SELF', 'TWILIO'),
  prompt: t.string,
  outputFormat: t.enum('TEXT', 'JSON', 'CLASSIFICATION'),
  outputSchema: t.json,
  trainingExamples: t.object('TrainingExamples', { input: t.string.required, output: t.string.required }).list,
  context: t.object('Context', {
    memory: t.object('ContextMemory', { enabled: t.boolean }),
    knowledge: t.object('ContextKnowledge', { enabled: t.boolean }),
  }),
  parameters: t.json,
};

export const IntelligenceOperator = entity('IntelligenceOperator', {
  in: intelligence,
  at: 'operators',
  key: 'id',
  etag: true,
  about: 'A language operator: a prompt or model that draws facts from conversations.',
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
  },
  filters: {},
  create: { ...settings },
  update: { ...settings },
  headers: { update: { ifMatch: t.header('If-Match') } },
  remove: true,
  fetch: true,
});
