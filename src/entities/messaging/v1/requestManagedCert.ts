/** Managed certificate requests. */
import { entity, t } from '../../../model/index.ts';
import { messaging } from './product.ts';

export const MessagingManagedCertRequest = entity('MessagingManagedCertRequest', {
  in: messaging,
  at: 'requestManagedCert',
  key: 'domainSid',
  about: "Asks Twilio to get and renew a domain's certificate.",
  fields: {
    domainSid: t.ref('MessagingV2DomainCert', 'certificate'),
    dateUpdated: t.dateTime,
    dateCreated: t.dateTime,
    dateExpires: t.dateTime.about('When the certificate expires; short links fail after that.'),
    domainName: t.url.about('Domain of the short links, as a URL.'),
    certificateSid: t.sid,
    url: t.omit,
    managed: t.boolean.about('Whether Twilio renews the certificate, or you upload it.'),
    requesting: t.boolean.about('Whether a request for a managed certificate is under way.'),
  },
  update: {},
  admin: ['update'],
});
