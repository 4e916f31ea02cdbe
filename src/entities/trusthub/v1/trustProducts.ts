/** Trust products. */
import { entity, t } from '../../../model/index.ts';
import { trusthub } from './product.ts';

export const TrustProduct = entity('TrustProduct', {
  in: trusthub,
  at: 'trustProducts',
  sid: 'BU',
  about: 'A trust service such as SHAKEN/STIR or branded calling, applied for with a profile.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    policySid: t.ref('TrusthubPolicy'),
    friendlyName: t.string,
    status: t.enum('draft', 'pending-review', 'in-review', 'twilio-rejected', 'twilio-approved'),
    validUntil: t.dateTime,
    email: t.string.pii,
    statusCallback: t.url,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
    errors: t.json.list,
  },
  batch: 'whole',
  filters: { status: t.equal, friendlyName: t.equal, policySid: t.equal },
  create: {
    friendlyName: t.string.required,
    email: t.string.pii.required,
    policySid: t.sid.required,
    statusCallback: t.url,
  },
  update: {
    status: t.enum('draft', 'pending-review', 'in-review', 'twilio-rejected', 'twilio-approved'),
    statusCallback: t.url,
    friendlyName: t.string,
    email: t.string.pii,
  },
  remove: true,
  fetch: true,
  paid: ['update'],
  admin: ['create', 'remove', 'update'],
});
