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
    channelEndpointType: t.string.about('Kind of what is covered, such as `phone-number`.'),
    channelEndpointSid: t
      .refByPrefix({ PN: 'IncomingPhoneNumber' })
      .about('SID of what is covered, such as a phone number (PN…).'),
    dateCreated: t.dateTime,
    url: t.omit,
  },
  filters: {
    channelEndpointSid: t.equal,
    channelEndpointSids: t.string.about('SIDs separated by commas. Rows must have one of them.'),
  },
  create: { channelEndpointType: t.string.required, channelEndpointSid: t.string.required },
  remove: true,
  fetch: true,
  admin: ['create', 'remove'],
});
