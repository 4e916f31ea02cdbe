/** Flex Insights segment. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexInsightsSegment = entity('FlexInsightsSegment', {
  in: flex,
  at: 'insightsSegments',
  about: 'A stretch of a conversation handled by one agent.',
  fields: {
    segmentId: t.string,
    externalId: t.string.pii.about('ID of the conversation.'),
    queue: t.string,
    externalContact: t.string.pii,
    externalSegmentLinkId: t.string.about('ID of the task event to which `externalSegmentLink` leads.'),
    date: t.string.about('Day of the segment.'),
    accountId: t.string,
    externalSegmentLink: t.string.about('URL of the recording of the task event.'),
    agentId: t.string.pii.about('ID of the agent.'),
    agentPhone: t.phone,
    agentName: t.string.pii,
    agentTeamName: t.string.pii,
    agentTeamNameInHierarchy: t.string.pii.about('Team with the teams above it.'),
    agentLink: t.string.pii.about("URL of the agent's conversation."),
    customerPhone: t.phone,
    customerName: t.string.pii,
    customerLink: t.string.pii.about("URL of the customer's conversation."),
    segmentRecordingOffset: t.string.about('Where in the recording the segment begins.'),
    media: t.json.pii.about('Recordings and transcripts of the segment.'),
    assessmentType: t.json,
    assessmentPercentage: t.json.about('Score of assessments.'),
    url: t.omit,
  },
  relations: {
    assessments: t.many('FlexInsightsAssessment', { segmentId: 'segmentId' }, 'Assessments of the segment.'),
    comments: t.many(
      'FlexInsightsAssessmentComment',
      { segmentId: 'segmentId' },
      'Comments of assessors on the segment.',
    ),
  },
  filters: {
    authorization: t.secret.about('Token of a Flex Insights session.'),
    segmentId: t.equal,
    reservationId: t.sid.list.about('SIDs of TaskRouter reservations.'),
  },
});
