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
    active: t.boolean,
    questions: t.json.list,
    url: t.omit,
  },
  filters: { authorization: t.secret, includeInactive: t.boolean },
  create: {
    name: t.string.required,
    authorization: t.secret,
    description: t.string,
    active: t.boolean,
    questionSids: t.sid.list,
  },
  update: {
    active: t.boolean.required,
    authorization: t.secret,
    name: t.string,
    description: t.string,
    questionSids: t.sid.list,
  },
  remove: { authorization: t.secret },
  fetch: { authorization: t.secret },
});
