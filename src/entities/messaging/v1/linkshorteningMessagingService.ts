/** Link shortening messaging services. */
import { entity, t } from '../../../model/index.ts';
import { messaging } from './product.ts';

export const LinkShorteningMessagingService = entity('LinkShorteningMessagingService', {
  in: messaging,
  at: 'linkshorteningMessagingService',
  key: ['domainSid', 'messagingServiceSid'],
  about: 'Ties a messaging service to a link-shortening domain or unties it.',
  fields: {
    domainSid: t
      .ref('MessagingDomainConfig', 'domainConfig')
      .about("SID of the domain that the service's short links use."),
    messagingServiceSid: t.ref('MessagingService'),
    url: t.omit,
  },
  create: {},
  createWith: 'key',
  remove: true,
  admin: ['create', 'remove'],
});
