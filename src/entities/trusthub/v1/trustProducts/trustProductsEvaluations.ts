/** Evaluations of a trust product. */
import { entity, t } from '../../../../model/index.ts';
import { TrustProduct } from '../trustProducts.ts';

export const TrustProductEvaluation = entity('TrustProductEvaluation', {
  in: TrustProduct,
  at: 'trustProductsEvaluations',
  sid: 'EL',
  plural: 'trustProductEvaluations',
  inside: ['evaluation', 'evaluations'],
  about: 'Checks a trust product against its policy and says what is missing.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    policySid: t.ref('TrusthubPolicy').about('SID (RN…) of the policy against which it was checked.'),
    trustProductSid: t.ref('TrustProduct'),
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
