/** Rate limits of a service. */
import { entity, t } from '../../../../model/index.ts';
import { VerifyService } from '../service.ts';

export const VerifyRateLimit = entity('VerifyRateLimit', {
  in: VerifyService,
  at: 'rateLimits',
  sid: 'RK',
  about: 'A limit on verifications by a key of yours, such as an IP address.',
  fields: {
    sid: t.sid,
    serviceSid: t.ref('VerifyService'),
    accountSid: t.ref('Account'),
    uniqueName: t.string.about('Name by which `rateLimits` of a verification refers to it.'),
    description: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  filters: {},
  create: { uniqueName: t.string.required, description: t.string },
  update: { description: t.string },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
