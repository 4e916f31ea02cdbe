/** Custom operators. */
import { entity, t } from '../../../model/index.ts';
import { intelligenceV2 } from './product.ts';

export const IntelligenceV2CustomOperator = entity('IntelligenceV2CustomOperator', {
  in: intelligenceV2,
  at: 'customOperators',
  sid: 'LY',
  etag: true,
  about: 'A language operator of your own that finds things in transcripts.',
  fields: {
    accountSid: t.ref('Account'),
    sid: t.ref('IntelligenceV2Operator'),
    friendlyName: t.string,
    description: t.string,
    author: t.string,
    operatorType: t.string,
    version: t.int,
    availability: t.enum('internal', 'beta', 'public', 'retired', 'general-availability', 'deprecated'),
    config: t.json,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: { availability: t.equal, languageCode: t.string },
  create: { friendlyName: t.string.required, operatorType: t.string.required, config: t.json.required },
  update: { friendlyName: t.string.required, config: t.json.required, ifMatch: t.string },
  remove: true,
  fetch: true,
});
