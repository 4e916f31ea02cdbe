/** Service domain configs. */
import { entity, t } from '../../../model/index.ts';
import { messaging } from './product.ts';

export const MessagingServiceDomainConfig = entity('MessagingServiceDomainConfig', {
  in: messaging,
  at: 'domainConfigMessagingService',
  key: 'messagingServiceSid',
  about: 'Link-shortening settings found by messaging service instead of domain.',
  fields: {
    domainSid: t.ref('MessagingDomainConfig', 'domainConfig'),
    configSid: t.sid,
    messagingServiceSid: t.ref('MessagingService'),
    fallbackUrl: t.url.about('URL to which a click leads if the short link is unknown or has expired.'),
    callbackUrl: t.url.about('URL to which clicks on short links are reported.'),
    continueOnFailure: t.boolean.about(
      'Whether a message whose links cannot be shortened is sent with the long links; otherwise it fails.',
    ),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  fetch: true,
});
