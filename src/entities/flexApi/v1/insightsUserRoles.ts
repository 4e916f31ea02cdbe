/** Flex Insights user roles. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexInsightsUserRoles = entity('FlexInsightsUserRoles', {
  in: flex,
  at: 'insightsUserRoles',
  about: 'The roles the current user has in Flex Insights.',
  fields: { roles: t.string.list.about('Roles of the Flex user that Flex Insights knows.'), url: t.omit },
  fetch: { authorization: t.secret },
  admin: ['fetch'],
});
