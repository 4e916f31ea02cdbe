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
    policySid: t.ref('TrusthubPolicy'),
    trustProductSid: t.ref('TrustProduct'),
    status: t.enum('compliant', 'noncompliant'),
    results: t.json.list,
    dateCreated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  create: { policySid: t.sid.required },
  fetch: true,
});
