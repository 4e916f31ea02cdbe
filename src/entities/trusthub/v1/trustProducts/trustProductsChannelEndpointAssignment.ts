/** Channel endpoint assignments of a trust product. */
import { entity, t } from '../../../../model/index.ts';
import { TrustProduct } from '../trustProducts.ts';

export const TrustProductChannelEndpointAssignment = entity('TrustProductChannelEndpointAssignment', {
  in: TrustProduct,
  at: 'trustProductsChannelEndpointAssignment',
  sid: 'RA',
  plural: 'trustProductChannelEndpointAssignments',
  inside: ['channelEndpointAssignment', 'channelEndpointAssignments'],
  about: 'A phone number covered by a trust product.',
  fields: {
    sid: t.sid,
    trustProductSid: t.ref('TrustProduct'),
    accountSid: t.ref('Account'),
    channelEndpointType: t.string,
    channelEndpointSid: t.refByPrefix({ PN: 'IncomingPhoneNumber' }),
    dateCreated: t.dateTime,
    url: t.omit,
  },
  filters: { channelEndpointSid: t.equal, channelEndpointSids: t.string },
  create: { channelEndpointType: t.string.required, channelEndpointSid: t.string.required },
  remove: true,
  fetch: true,
  admin: ['create', 'remove'],
});
