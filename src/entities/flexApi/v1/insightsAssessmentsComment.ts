/** Flex insights assessment comment. */
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
    offset: t.string,
    report: t.boolean,
    weight: t.string,
    agentId: t.string.pii,
    segmentId: t.ref('FlexInsightsSegment'),
    userName: t.string.pii,
    userEmail: t.string.pii,
    timestamp: t.string,
    url: t.omit,
  },
  filters: { authorization: t.secret, segmentId: t.equal, agentId: t.equal },
  create: {
    categoryId: t.string.required,
    categoryName: t.string.required,
    comment: t.string.pii.required,
    segmentId: t.string.required,
    agentId: t.string.pii.required,
    offset: t.float.required,
    authorization: t.secret,
  },
});
