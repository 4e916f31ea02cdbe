/** Entity assignments of a customer profile. */
import { entity, t } from '../../../../model/index.ts';
import { CustomerProfile } from '../customerProfiles.ts';

export const CustomerProfileEntityAssignment = entity('CustomerProfileEntityAssignment', {
  in: CustomerProfile,
  at: 'customerProfilesEntityAssignments',
  sid: 'BV',
  plural: 'customerProfileEntityAssignments',
  inside: ['entityAssignment', 'entityAssignments'],
  about: 'An end-user, document or other profile that is part of a customer profile.',
  fields: {
    sid: t.sid,
    customerProfileSid: t.ref('CustomerProfile'),
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
