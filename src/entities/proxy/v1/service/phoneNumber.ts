/** Phone numbers of a service. */
import { entity, t } from '../../../../model/index.ts';
import { ProxyService } from '../service.ts';

export const ProxyPhoneNumber = entity('ProxyPhoneNumber', {
  in: ProxyService,
  at: 'phoneNumbers',
  sid: 'PN',
  about: "A number in a Proxy service's pool.",
  fields: {
    sid: t.ref('IncomingPhoneNumber'),
    accountSid: t.ref('Account'),
    serviceSid: t.ref('ProxyService'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    phoneNumber: t.phone,
    friendlyName: t.string.pii,
    isoCountry: t.string,
    capabilities: t.json,
    url: t.omit,
    isReserved: t.boolean.about('Whether the number is assigned only to participants that name it.'),
    inUse: t.int.about('Number of open sessions that use it.'),
  },
  batch: 'whole',
  filters: {},
  create: { sid: t.sid, phoneNumber: t.phone, isReserved: t.boolean },
  update: { isReserved: t.boolean },
  remove: true,
  fetch: true,
  admin: ['create', 'remove'],
});
