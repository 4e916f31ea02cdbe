/** Entity assignments of a trust product. */
import { entity, t } from '../../../../model/index.ts';
import { TrustProduct } from '../trustProducts.ts';

export const TrustProductEntityAssignment = entity('TrustProductEntityAssignment', {
  in: TrustProduct,
  at: 'trustProductsEntityAssignments',
  sid: 'BV',
  plural: 'trustProductEntityAssignments',
  inside: ['entityAssignment', 'entityAssignments'],
  about: 'An end-user, document or profile that is part of a trust product.',
  fields: {
    sid: t.sid,
    trustProductSid: t.ref('TrustProduct'),
    accountSid: t.ref('Account'),
    objectSid: t
      .refByPrefix({ IT: 'TrusthubEndUser', RD: 'TrusthubSupportingDocument', BU: 'CustomerProfile' })
      .about('SID of the part: an end-user (IT…), a document (RD…) or a profile (BU…).'),
    dateCreated: t.dateTime,
    url: t.omit,
  },
  filters: { objectType: t.string.about('`machineName` of a type of end-user or document.') },
  create: { objectSid: t.string.required },
  remove: true,
  fetch: true,
  admin: ['create', 'remove'],
});
