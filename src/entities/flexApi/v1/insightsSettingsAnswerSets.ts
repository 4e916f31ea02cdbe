/** Flex insights answer sets. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexInsightsAnswerSets = entity('FlexInsightsAnswerSets', {
  in: flex,
  at: 'insightsSettingsAnswerSets',
  about: 'The answer sets that assessment questions can use.',
  fields: {
    accountSid: t.ref('Account'),
    answerSets: t.json,
    answerSetCategories: t.json,
    notApplicable: t.json,
    url: t.omit,
  },
  fetch: { authorization: t.secret },
});
