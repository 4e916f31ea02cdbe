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
    version: t.int.about('Grows by one with each change.'),
    author: t.enum('SELF', 'TWILIO').about('`SELF`: made by your account. `TWILIO`: made by Twilio.'),
    prompt: t.string.about('Instructions to the model. `{{parameters.name}}` inserts the value of a parameter.'),
    outputFormat: t
      .enum('TEXT', 'JSON', 'CLASSIFICATION')
      .about('Form of the result. `CLASSIFICATION` chooses one of several labels.'),
    outputSchema: t.json.about('JSON Schema of the result. Required for `JSON`.'),
    trainingExamples: t
      .object('TrainingExamples', {
        input: t.string.about('Text as it occurs in conversations.'),
        output: t.string.about('Result for that text, in the form that `outputFormat` and `outputSchema` demand.'),
      })
      .list.about('Examples that show the model what is wanted.'),
    context: t
      .object('Context', {
        memory: t.object('ContextMemory', {
          enabled: t.boolean.about("Whether the operator may read the customer's profile."),
        }),
        knowledge: t.object('ContextKnowledge', {
          enabled: t.boolean.about('Whether the operator may read knowledge bases.'),
        }),
      })
      .about('Which further data the operator may read.'),
    parameters: t.json.about('JSON object: name of a parameter → its type, description and whether it is required.'),
  },
  relations: {
    operatorResults: t.many(
      'IntelligenceOperatorResult',
      { operatorId: 'twilioId' },
      'Results of the operator on any conversation.',
    ),
  },
  filters: {},
  create: { ...settings },
  update: { ...settings },
  headers: { update: { ifMatch: t.header('If-Match') } },
  remove: true,
  fetch: true,
});
