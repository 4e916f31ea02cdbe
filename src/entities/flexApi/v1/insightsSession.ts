/** Flex insights session. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexInsightsSession = entity('FlexInsightsSession', {
  in: flex,
  at: 'insightsSession',
  about: 'Opens a session that the other Flex Insights calls need.',
  fields: { workspaceId: t.string, sessionExpiry: t.string, sessionId: t.shownOnce, baseUrl: t.string, url: t.omit },
  create: { authorization: t.secret },
});
