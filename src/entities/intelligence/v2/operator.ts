/** Operators. */
import { entity, t } from '../../../model/index.ts';
import { intelligenceV2 } from './product.ts';

export const IntelligenceV2Operator = entity('IntelligenceV2Operator', {
  in: intelligenceV2,
  at: 'operators',
  sid: 'LY',
  about: "A language operator, Twilio's or your own.",
  fields: {
    accountSid: t.ref('Account'),
    sid: t.sid,
    friendlyName: t.string,
    description: t.string,
    author: t.string.about('Who made the operator: Twilio, or the SID of your account.'),
    operatorType: t.string.about('Name of the operator type, such as `conversation-classify`.'),
    version: t.int.about('Grows by one with each change.'),
    availability: t
      .enum('internal', 'beta', 'public', 'deprecated', 'general-availability', 'retired')
      .about('Where the operator can be used. `RETIRED` operators no longer run.'),
    config: t.json.about("Settings of the operator, as its type's `configSchema` says. Empty for Twilio's operators."),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  relations: {
    operatorTypeObject: t.one(
      'IntelligenceV2OperatorType',
      { name: 'operatorType' },
      'What operators of this type can do.',
    ),
  },
  filters: {
    availability: t.equal,
    languageCode: t.string.about('BCP 47 code of a language that the operator must support, such as en-US.'),
  },
  fetch: true,
});
