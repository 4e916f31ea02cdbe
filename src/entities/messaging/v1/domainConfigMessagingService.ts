/** Service domain configs. */
import { entity, t } from '../../../model/index.ts';
import { messaging } from './product.ts';

export const MessagingServiceDomainConfig = entity('MessagingServiceDomainConfig', {
  in: messaging,
  at: 'domainConfigMessagingService',
  key: 'messagingServiceSid',
  about: 'Link-shortening settings found by messaging service instead of domain.',
  fields: {
    domainSid: t.ref('MessagingDomainConfig'),
    configSid: t.sid,
    messagingServiceSid: t.ref('MessagingService'),
    fallbackUrl: t.url,
    callbackUrl: t.url,
    continueOnFailure: t.boolean,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  fetch: true,
});
