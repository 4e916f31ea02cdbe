/** Rate limit buckets. */
import { entity, t } from '../../../model/index.ts';
import { lookup } from './product.ts';

export const LookupRateLimitBucket = entity('LookupRateLimitBucket', {
  in: lookup,
  at: 'bucket',
  key: ['field', 'bucket'],
  about: 'Your own lookup limit for one value of a field, such as a number or a user.',
  fields: {
    code: t.omit,
    message: t.omit,
    moreInfo: t.omit,
    status: t.omit,
    field: t.string.about('Lookup field that is limited, such as `line_status`.'),
    limit: t.int.about('How many requests are allowed.'),
    bucket: t.string.about('Name of the bucket in which requests are counted.'),
    owner: t.string.about('Who has set the limit.'),
    ttl: t.int.about('Seconds after which the count starts again.'),
  },
  update: { limit: t.int, ttl: t.int },
  remove: true,
  fetch: true,
  admin: ['remove', 'update'],
});
