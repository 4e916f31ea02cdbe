/** Phone numbers of a service. */
import { entity, t } from '../../../../model/index.ts';
import { MessagingService } from '../service.ts';

export const MessagingServicePhoneNumber = entity('MessagingServicePhoneNumber', {
  in: MessagingService,
  at: 'phoneNumbers',
  sid: 'PN',
  one: 'phoneNumber',
  about: "A phone number in a messaging service's pool.",
  fields: {
    sid: t.ref('IncomingPhoneNumber'),
    accountSid: t.ref('Account'),
    serviceSid: t.ref('MessagingService'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    phoneNumber: t.phone,
    countryCode: t.string.about('Two-letter country code of the number.'),
    capabilities: t.string.list,
    url: t.omit,
  },
  filters: {},
  create: {
    phoneNumberSid: t.sid.required.about("SID of a number of the account, which joins the service's senders."),
  },
  remove: true,
  fetch: true,
  admin: ['create', 'remove'],
});
