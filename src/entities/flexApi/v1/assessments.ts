/** Insights assessments. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

const settings = {
  offset: t.float.required,
  answerText: t.string.pii.required,
  answerId: t.string.required,
  authorization: t.secret,
};

export const FlexInsightsAssessment = entity('FlexInsightsAssessment', {
  in: flex,
  at: 'assessments',
  key: 'assessmentSid',
  plural: 'insightsAssessments',
  about: "A supervisor's answers about one agent's conversation in Flex Insights.",
  fields: {
    accountSid: t.ref('Account'),
    assessmentSid: t.sid,
    offset: t.string,
    report: t.boolean,
    weight: t.string,
    agentId: t.string.pii,
    segmentId: t.ref('FlexInsightsSegment'),
    userName: t.string.pii,
    userEmail: t.string.pii,
    answerText: t.string.pii,
    answerId: t.string,
    assessment: t.json,
    timestamp: t.string,
    url: t.omit,
  },
  filters: { authorization: t.secret, segmentId: t.equal },
  create: {
    categorySid: t.sid.required,
    categoryName: t.string.required,
    segmentId: t.string.required,
    agentId: t.string.pii.required,
    metricId: t.sid.required,
    metricName: t.string.required,
    questionnaireSid: t.sid.required,
    ...settings,
  },
  update: { ...settings },
  admin: ['create'],
});
