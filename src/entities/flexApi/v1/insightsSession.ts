/** Flex Insights session. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexInsightsSession = entity('FlexInsightsSession', {
  in: flex,
  at: 'insightsSession',
  about: 'Opens a session that the other Flex Insights calls need.',
  fields: {
    workspaceId: t.string.about('ID of the workspace in Flex Insights.'),
    sessionExpiry: t.string.about('When the session ends.'),
    sessionId: t.shownOnce,
    baseUrl: t.string.about('URL of Flex Insights for the session.'),
    url: t.omit,
  },
  create: { authorization: t.secret.about('Token of the Flex user.') },
});
