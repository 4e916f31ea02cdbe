/** Prebuilt operators. */
import { entity, t } from '../../../model/index.ts';
import { intelligenceV2 } from './product.ts';

export const IntelligenceV2PrebuiltOperator = entity('IntelligenceV2PrebuiltOperator', {
  in: intelligenceV2,
  at: 'prebuiltOperators',
  sid: 'LY',
  about: 'A language operator made by Twilio.',
  fields: {
    accountSid: t.ref('Account'),
    sid: t.ref('IntelligenceV2Operator'),
    friendlyName: t.string,
    description: t.string,
    author: t.string,
    operatorType: t.string,
    version: t.int,
    availability: t.enum('internal', 'beta', 'public', 'retired', 'general-availability'),
    config: t.json,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: { availability: t.equal, languageCode: t.string },
  fetch: true,
});
