/** Evaluations of a regulatory bundle. */
import { entity, t } from '../../../../../model/index.ts';
import { RegulatoryBundle } from '../bundle.ts';

export const RegulatoryBundleEvaluation = entity('RegulatoryBundleEvaluation', {
  in: RegulatoryBundle,
  at: 'evaluations',
  sid: 'EL',
  one: 'evaluation',
  about: 'Checks a bundle against its regulation and says what is missing.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    regulationSid: t.ref('Regulation'),
    bundleSid: t.ref('RegulatoryBundle'),
    status: t
      .enum('compliant', 'noncompliant')
      .about('Whether the bundle has everything that the regulation asks for.'),
    results: t.json.list.about('What the regulation asks for, and which of it is missing or wrong.'),
    dateCreated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  create: {},
  fetch: true,
});
