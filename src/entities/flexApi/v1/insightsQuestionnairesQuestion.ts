/** Insights questionnaire questions. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexInsightsQuestionnaireQuestion = entity('FlexInsightsQuestionnaireQuestion', {
  in: flex,
  at: 'insightsQuestionnairesQuestion',
  key: 'questionSid',
  plural: 'insightsQuestionnaireQuestions',
  about: 'A question used in assessments, with its possible answers.',
  fields: {
    accountSid: t.ref('Account'),
    questionSid: t.sid,
    question: t.string,
    description: t.string,
    category: t.json,
    answerSetId: t.string.about('ID of the set of answers to choose from.'),
    allowNa: t.boolean.about('Whether "not applicable" is an answer.'),
    usage: t.int.about('Number of questionnaires that use it.'),
    answerSet: t.json.about('Answers to choose from.'),
    url: t.omit,
  },
  filters: { authorization: t.secret, categorySid: t.sid.list },
  create: {
    categorySid: t.sid.required,
    question: t.string.required,
    answerSetId: t.string.required,
    allowNa: t.boolean.required,
    authorization: t.secret.about('Token of a Flex Insights session.'),
    description: t.string,
  },
  update: {
    allowNa: t.boolean.required,
    authorization: t.secret.about('Token of a Flex Insights session.'),
    categorySid: t.sid,
    question: t.string,
    description: t.string,
    answerSetId: t.string,
  },
  remove: { authorization: t.secret.about('Token of a Flex Insights session.') },
});
