/** Operator types. */
import { entity, t } from '../../../model/index.ts';
import { intelligenceV2 } from './product.ts';

export const IntelligenceV2OperatorType = entity('IntelligenceV2OperatorType', {
  in: intelligenceV2,
  at: 'operatorType',
  sid: 'EY',
  plural: 'operatorTypes',
  about: 'The kinds of language operator and what each gives back.',
  fields: {
    name: t.string,
    sid: t.sid,
    friendlyName: t.string,
    description: t.string,
    docsLink: t.url,
    outputType: t.enum(
      'text-classification',
      'text-extraction',
      'text-extraction-normalized',
      'text-generation',
      'json',
    ),
    supportedLanguages: t.string.list,
    provider: t.enum('twilio', 'amazon', 'openai'),
    availability: t.enum('internal', 'beta', 'general-availability', 'retired', 'deprecated'),
    configurable: t.boolean,
    configSchema: t.json,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: { languageCode: t.string },
  fetch: true,
});
