/** The resources of lookups. */

export { LookupV1PhoneNumber } from './v1/phoneNumber.ts';
export { LookupRateLimitBucket } from './v2/bucket.ts';
export { LookupOverride } from './v2/lookupOverride.ts';
export { LookupPhoneNumber } from './v2/phoneNumber.ts';
export { LookupQuery } from './v2/query.ts';
export { LookupRateLimits } from './v2/rateLimit.ts';
