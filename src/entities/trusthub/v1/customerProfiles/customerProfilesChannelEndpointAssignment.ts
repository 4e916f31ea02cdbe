/** Channel endpoint assignments of a customer profile. */
import { entity, t } from '../../../../model/index.ts';
import { CustomerProfile } from '../customerProfiles.ts';

export const CustomerProfileChannelEndpointAssignment = entity('CustomerProfileChannelEndpointAssignment', {
  in: CustomerProfile,
  at: 'customerProfilesChannelEndpointAssignment',
  sid: 'RA',
  plural: 'customerProfileChannelEndpointAssignments',
  inside: ['channelEndpointAssignment', 'channelEndpointAssignments'],
  about: 'A phone number covered by a customer profile.',
  fields: {
    sid: t.sid,
    customerProfileSid: t.ref('CustomerProfile'),
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
