/** Evaluations of a customer profile. */
import { entity, t } from '../../../../model/index.ts';
import { CustomerProfile } from '../customerProfiles.ts';

export const CustomerProfileEvaluation = entity('CustomerProfileEvaluation', {
  in: CustomerProfile,
  at: 'customerProfilesEvaluations',
  sid: 'EL',
  plural: 'customerProfileEvaluations',
  inside: ['evaluation', 'evaluations'],
  about: 'Checks a customer profile against its policy and says what is missing.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    policySid: t.ref('TrusthubPolicy').about('SID (RN…) of the policy against which it was checked.'),
    customerProfileSid: t.ref('CustomerProfile'),
    status: t
      .enum('compliant', 'noncompliant')
      .about("Whether everything that the policy demands is there. It says nothing of Twilio's review."),
    results: t.json.list.about('What the policy demands, with what is valid and what is missing or wrong.'),
    dateCreated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  create: { policySid: t.sid.required },
  fetch: true,
});
