/** Link shortening domain associations. */
import { entity, t } from '../../../model/index.ts';
import { messaging } from './product.ts';

export const LinkShorteningDomainAssociation = entity('LinkShorteningDomainAssociation', {
  in: messaging,
  at: 'linkshorteningMessagingServiceDomainAssociation',
  key: 'messagingServiceSid',
  about: 'Which link-shortening domain a messaging service uses.',
  fields: {
    domainSid: t
      .ref('MessagingDomainConfig', 'domainConfig')
      .about("SID of the domain that the service's short links use."),
    messagingServiceSid: t.ref('MessagingService'),
    url: t.omit,
  },
  fetch: true,
});
