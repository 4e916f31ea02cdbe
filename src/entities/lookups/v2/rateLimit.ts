/** Lookup rate limits. */
import { entity, t } from '../../../model/index.ts';
import { lookup } from './product.ts';

export const LookupRateLimits = entity('LookupRateLimits', {
  in: lookup,
  at: 'rateLimits',
  about: 'All of your own limits on lookups.',
  fields: {
    rateLimits: t.object('RateLimits', {
      field: t.string.about('Lookup field that is limited, such as `line_status`.'),
      limit: t.int.about('How many requests are allowed.'),
      bucket: t.string.about('Name of the bucket in which requests are counted.'),
      owner: t.string,
      ttl: t.int,
    }).list,
  },
  fetch: { fields: t.string.list.about('Lookup fields whose limits to return, such as `line_status`. Default: all.') },
});
