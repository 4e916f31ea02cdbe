/** Insights questionnaires. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexInsightsQuestionnaire = entity('FlexInsightsQuestionnaire', {
  in: flex,
  at: 'insightsQuestionnaires',
  key: 'questionnaireSid',
  about: 'A set of questions for judging conversations.',
  fields: {
    accountSid: t.ref('Account'),
    questionnaireSid: t.sid,
    name: t.string,
    description: t.string,
    active: t.boolean.about('Whether assessors can choose it.'),
    questions: t.json.list.about('Questions in order.'),
    url: t.omit,
  },
  filters: {
    authorization: t.secret,
    includeInactive: t.boolean.about('Whether inactive questionnaires are listed, too.'),
  },
  create: {
    name: t.string.required,
    authorization: t.secret.about('Token of a Flex Insights session.'),
    description: t.string,
    active: t.boolean,
    questionSids: t.sid.list.about('SIDs of its questions, in order.'),
  },
  update: {
    active: t.boolean.required,
    authorization: t.secret.about('Token of a Flex Insights session.'),
    name: t.string,
    description: t.string,
    questionSids: t.sid.list.about('SIDs of its questions, in order.'),
  },
  remove: { authorization: t.secret.about('Token of a Flex Insights session.') },
  fetch: { authorization: t.secret.about('Token of a Flex Insights session.') },
});
