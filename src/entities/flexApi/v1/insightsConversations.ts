/** Flex Insights conversation. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexInsightsConversation = entity('FlexInsightsConversation', {
  in: flex,
  at: 'insightsConversations',
  about: 'A conversation in Flex Insights with its segments.',
  fields: {
    accountId: t.string,
    conversationId: t.string,
    segmentCount: t.int.about('Number of segments, one for each agent and stage.'),
    segments: t.json.pii.list.about('Segments of the conversation, each the time with one agent or in one stage.'),
  },
  filters: {
    authorization: t.secret.about('Token of a Flex Insights session.'),
    segmentId: t.string.about('ID of a segment of the conversation.'),
  },
});
