/** Trust product provisional copies. */
import { entity, t } from '../../../model/index.ts';
import { trusthub } from './product.ts';

export const TrustProductProvisionalCopy = entity('TrustProductProvisionalCopy', {
  in: trusthub,
  at: 'trustProductsProvisionalCopy',
  key: 'trustProductSid',
  about: 'A draft copy of an approved trust product, to be changed.',
  fields: {
    trustProductSid: t.ref('TrustProduct'),
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
