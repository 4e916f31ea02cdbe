/** Flex Insights answer sets. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexInsightsAnswerSets = entity('FlexInsightsAnswerSets', {
  in: flex,
  at: 'insightsSettingsAnswerSets',
  about: 'The answer sets that assessment questions can use.',
  fields: {
    accountSid: t.ref('Account'),
    answerSets: t.json.about('Sets of possible answers to questions.'),
    answerSetCategories: t.json.about('Groups of answer sets.'),
    notApplicable: t.json.about('The answer for questions that do not apply.'),
    url: t.omit,
  },
  fetch: { authorization: t.secret },
});
