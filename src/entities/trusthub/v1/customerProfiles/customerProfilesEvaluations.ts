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
    policySid: t.ref('TrusthubPolicy'),
    customerProfileSid: t.ref('CustomerProfile'),
    status: t.enum('compliant', 'noncompliant'),
    results: t.json.list,
    dateCreated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  create: { policySid: t.sid.required },
  fetch: true,
});
