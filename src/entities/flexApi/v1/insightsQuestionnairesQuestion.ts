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
    answerSetId: t.string,
    allowNa: t.boolean,
    usage: t.int,
    answerSet: t.json,
    url: t.omit,
  },
  filters: { authorization: t.secret, categorySid: t.sid.list },
  create: {
    categorySid: t.sid.required,
    question: t.string.required,
    answerSetId: t.string.required,
    allowNa: t.boolean.required,
    authorization: t.secret,
    description: t.string,
  },
  update: {
    allowNa: t.boolean.required,
    authorization: t.secret,
    categorySid: t.sid,
    question: t.string,
    description: t.string,
    answerSetId: t.string,
  },
  remove: { authorization: t.secret },
});
