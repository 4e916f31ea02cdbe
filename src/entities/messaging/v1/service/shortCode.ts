/** Short codes of a service. */
import { entity, t } from '../../../../model/index.ts';
import { MessagingService } from '../service.ts';

export const MessagingServiceShortCode = entity('MessagingServiceShortCode', {
  in: MessagingService,
  at: 'shortCodes',
  sid: 'SC',
  one: 'shortCode',
  about: "A short code in a messaging service's pool.",
  fields: {
    sid: t.ref('ShortCode', 'accountShortCode'),
    accountSid: t.ref('Account'),
    serviceSid: t.ref('MessagingService'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    shortCode: t.phone.about('The number of five or six digits.'),
    countryCode: t.string.about('Two-letter country code of the number.'),
    capabilities: t.string.list,
    url: t.omit,
  },
  filters: {},
  create: {
    shortCodeSid: t.sid.required.about("SID of a short code of the account, which joins the service's senders."),
  },
  remove: true,
  fetch: true,
  admin: ['create', 'remove'],
});
