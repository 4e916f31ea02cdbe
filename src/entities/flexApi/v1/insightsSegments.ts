/** Flex insights segment. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexInsightsSegment = entity('FlexInsightsSegment', {
  in: flex,
  at: 'insightsSegments',
  about: 'A stretch of a conversation handled by one agent.',
  fields: {
    segmentId: t.string,
    externalId: t.string.pii,
    queue: t.string,
    externalContact: t.string.pii,
    externalSegmentLinkId: t.string,
    date: t.string,
    accountId: t.string,
    externalSegmentLink: t.string,
    agentId: t.string.pii,
    agentPhone: t.phone,
    agentName: t.string.pii,
    agentTeamName: t.string.pii,
    agentTeamNameInHierarchy: t.string.pii,
    agentLink: t.string.pii,
    customerPhone: t.phone,
    customerName: t.string.pii,
    customerLink: t.string.pii,
    segmentRecordingOffset: t.string,
    media: t.json.pii,
    assessmentType: t.json,
    assessmentPercentage: t.json,
    url: t.omit,
  },
  filters: { authorization: t.secret, segmentId: t.equal, reservationId: t.sid.list },
});
