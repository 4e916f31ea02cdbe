/** Insights questionnaire categories. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexInsightsQuestionnaireCategory = entity('FlexInsightsQuestionnaireCategory', {
  in: flex,
  at: 'insightsQuestionnairesCategory',
  key: 'categorySid',
  plural: 'insightsQuestionnaireCategories',
  about: 'A group of questions for assessments.',
  fields: { accountSid: t.ref('Account'), categorySid: t.sid, name: t.string, url: t.omit },
  filters: { authorization: t.secret },
  create: { name: t.string.required, authorization: t.secret.about('Token of a Flex Insights session.') },
  update: { name: t.string.required, authorization: t.secret.about('Token of a Flex Insights session.') },
  remove: { authorization: t.secret.about('Token of a Flex Insights session.') },
});
