/** Operators. */
import { entity, t } from '../../../model/index.ts';
import { intelligenceV2 } from './product.ts';

export const IntelligenceV2Operator = entity('IntelligenceV2Operator', {
  in: intelligenceV2,
  at: 'operators',
  sid: 'LY',
  about: "All language operators, Twilio's and your own.",
  fields: {
    accountSid: t.ref('Account'),
    sid: t.sid,
    friendlyName: t.string,
    description: t.string,
    author: t.string,
    operatorType: t.string,
    version: t.int,
    availability: t.enum('internal', 'beta', 'public', 'deprecated', 'general-availability', 'retired'),
    config: t.json,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: { availability: t.equal, languageCode: t.string },
  fetch: true,
});
