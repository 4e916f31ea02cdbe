/** Flex insights conversation. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexInsightsConversation = entity('FlexInsightsConversation', {
  in: flex,
  at: 'insightsConversations',
  about: 'Conversations in Flex Insights with their segments.',
  fields: { accountId: t.string, conversationId: t.string, segmentCount: t.int, segments: t.json.pii.list },
  filters: { authorization: t.secret, segmentId: t.string },
});
