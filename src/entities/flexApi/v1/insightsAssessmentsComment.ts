/** Flex Insights assessment comment. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexInsightsAssessmentComment = entity('FlexInsightsAssessmentComment', {
  in: flex,
  at: 'insightsAssessmentsComment',
  plural: 'insightsAssessmentComments',
  about: "A supervisor's remark at a point of a recorded conversation.",
  fields: {
    accountSid: t.ref('Account'),
    assessmentSid: t.ref('FlexInsightsAssessment'),
    comment: t.json.pii,
    offset: t.string.about('Point of the conversation that is meant.'),
    report: t.boolean.about('Whether it is part of the report.'),
    weight: t.string,
    agentId: t.string.pii.about('ID of the agent who is assessed.'),
    segmentId: t.ref('FlexInsightsSegment').about('ID of the segment of the conversation.'),
    userName: t.string.pii.about('Name of the assessor.'),
    userEmail: t.string.pii.about('Email address of the assessor.'),
    timestamp: t.string.about('When it was written, in milliseconds since 1970.'),
    url: t.omit,
  },
  filters: { authorization: t.secret, segmentId: t.equal, agentId: t.equal },
  create: {
    categoryId: t.string.required.about("ID of the comment's category."),
    categoryName: t.string.required,
    comment: t.string.pii.required,
    segmentId: t.string.required,
    agentId: t.string.pii.required,
    offset: t.float.required,
    authorization: t.secret.about('Token of a Flex Insights session.'),
  },
});
