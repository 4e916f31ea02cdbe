/** Customer profile provisional copies. */
import { entity, t } from '../../../model/index.ts';
import { trusthub } from './product.ts';

export const CustomerProfileProvisionalCopy = entity('CustomerProfileProvisionalCopy', {
  in: trusthub,
  at: 'customerProfilesProvisionalCopy',
  key: 'customerProfileSid',
  about: 'A draft copy of an approved customer profile, to be changed.',
  fields: {
    customerProfileSid: t.ref('CustomerProfile'),
    accountSid: t.ref('Account'),
    policySid: t.ref('TrusthubPolicy'),
    friendlyName: t.string,
    status: t.string,
    email: t.string.pii,
    statusCallback: t.url,
    validUntil: t.dateTime,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  create: {},
  createWith: 'key',
  fetch: true,
  admin: ['create'],
});
