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
    version: t.int.about('Number of this version.'),
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
    status: t
      .enum('PREVIEW', 'ACTIVE', 'DEPRECATED', 'RETIRED')
      .about('`DEPRECATED` versions run until `retirementDate`; `RETIRED` ones no longer run.'),
    dateCreated: t.dateTime,
    dateDeprecated: t.dateTime.about('When the version was deprecated; null before.'),
    retirementDate: t.dateTime.about('When the version will be retired. Only for `DEPRECATED`.'),
    dateRetired: t.dateTime.about('When the version was retired; null before.'),
  },
  filters: {},
  fetch: true,
  terminal: { status: ['RETIRED'] },
});
