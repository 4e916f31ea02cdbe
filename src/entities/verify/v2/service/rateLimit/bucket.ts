/** Buckets of a rate limit. */
import { entity, t } from '../../../../../model/index.ts';
import { VerifyRateLimit } from '../rateLimit.ts';

export const VerifyRateLimitBucket = entity('VerifyRateLimitBucket', {
  in: VerifyRateLimit,
  at: 'buckets',
  sid: 'BL',
  one: 'bucket',
  about: 'How many verifications a rate limit lets through per interval.',
  fields: {
    sid: t.sid,
    rateLimitSid: t.ref('VerifyRateLimit'),
    serviceSid: t.ref('VerifyService'),
    accountSid: t.ref('Account'),
    max: t.int.about('How many verifications are allowed within `interval` for the same key.'),
    interval: t.int.about('Seconds to which `max` applies.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  create: { max: t.int.required, interval: t.int.required },
  update: { max: t.int, interval: t.int },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
