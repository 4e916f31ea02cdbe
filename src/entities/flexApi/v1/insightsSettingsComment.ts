/** Flex Insights comment settings. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexInsightsCommentSettings = entity('FlexInsightsCommentSettings', {
  in: flex,
  at: 'insightsSettingsComment',
  about: 'Settings for comments in assessments.',
  fields: { accountSid: t.ref('Account'), comments: t.json.pii, url: t.omit },
  fetch: { authorization: t.secret },
});
