/** Operator types. */
import { entity, t } from '../../../model/index.ts';
import { intelligenceV2 } from './product.ts';

export const IntelligenceV2OperatorType = entity('IntelligenceV2OperatorType', {
  in: intelligenceV2,
  at: 'operatorType',
  sid: 'EY',
  plural: 'operatorTypes',
  about: 'A kind of language operator, and what it gives back.',
  fields: {
    name: t.string.about("Name by which an operator's `operatorType` refers to it."),
    sid: t.sid,
    friendlyName: t.string,
    description: t.string,
    docsLink: t.url.about("URL of Twilio's page on the type."),
    outputType: t
      .enum('text-classification', 'text-extraction', 'text-extraction-normalized', 'text-generation', 'json')
      .about("Form of the operator's result."),
    supportedLanguages: t.string.list.about('BCP 47 codes, such as en-US.'),
    provider: t.enum('twilio', 'amazon', 'openai').about('Whose model does the work.'),
    availability: t
      .enum('internal', 'beta', 'general-availability', 'retired', 'deprecated')
      .about('Whether operators of the type can be used. `RETIRED` types no longer run.'),
    configurable: t.boolean.about('Whether you can make operators of your own of this type.'),
    configSchema: t.json.about("JSON Schema of the operator's `config`."),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  batch: 'whole',
  filters: { languageCode: t.string.about('BCP 47 code of a language that the type must support, such as en-US.') },
  fetch: true,
});
