/** Messaging configurations of a service. */
import { entity, t } from '../../../../model/index.ts';
import { VerifyService } from '../service.ts';

export const VerifyMessagingConfiguration = entity('VerifyMessagingConfiguration', {
  in: VerifyService,
  at: 'messagingConfigurations',
  key: 'country',
  about: "Which messaging service sends Verify's texts in a country.",
  fields: {
    accountSid: t.ref('Account'),
    serviceSid: t.ref('VerifyService'),
    country: t.string.about('Two-letter ISO 3166-1 country code, or `all` for countries without a configuration.'),
    messagingServiceSid: t.ref('MessagingService'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  create: { country: t.string.required, messagingServiceSid: t.sid.required },
  update: { messagingServiceSid: t.sid.required },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
