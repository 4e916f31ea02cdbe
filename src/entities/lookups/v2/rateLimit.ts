/** Lookup rate limits. */
import { entity, t } from '../../../model/index.ts';
import { lookup } from './product.ts';

export const LookupRateLimits = entity('LookupRateLimits', {
  in: lookup,
  at: 'rateLimits',
  about: 'All of your own lookup limits.',
  fields: {
    rateLimits: t.object('RateLimits', { field: t.string, limit: t.int, bucket: t.string, owner: t.string, ttl: t.int })
      .list,
  },
  fetch: { fields: t.string.list },
});
