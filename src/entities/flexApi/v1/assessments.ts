/** Insights assessments. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

const settings = {
  offset: t.float.required,
  answerText: t.string.pii.required,
  answerId: t.string.required,
  authorization: t.secret.about('Token of a Flex Insights session.'),
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
    offset: t.string.about('Point of the conversation that is meant.'),
    report: t.boolean.about('Whether it is part of the report.'),
    weight: t.string.about('How much the answer counts in the score of the conversation.'),
    agentId: t.string.pii.about('ID of the agent who is assessed.'),
    segmentId: t.ref('FlexInsightsSegment').about('ID of the segment of the conversation.'),
    userName: t.string.pii.about('Name of the assessor.'),
    userEmail: t.string.pii.about('Email address of the assessor.'),
    answerText: t.string.pii.about('Text of the chosen answer.'),
    answerId: t.string.about('ID of the chosen answer.'),
    assessment: t.json.about('The answer as Flex Insights keeps it.'),
    timestamp: t.string.about('When it was written, in milliseconds since 1970.'),
    url: t.omit,
  },
  filters: { authorization: t.secret, segmentId: t.equal },
  create: {
    categorySid: t.sid.required,
    categoryName: t.string.required,
    segmentId: t.string.required,
    agentId: t.string.pii.required,
    metricId: t.sid.required.about('ID of the question.'),
    metricName: t.string.required.about('Text of the question.'),
    questionnaireSid: t.sid.required,
    ...settings,
  },
  update: { ...settings },
  admin: ['create'],
});
