/** Domain certificates. */
import { entity, t } from '../../../model/index.ts';
import { messagingV2 } from './product.ts';

export const MessagingV2DomainCert = entity('MessagingV2DomainCert', {
  in: messagingV2,
  at: 'domainCerts',
  key: 'domainSid',
  about: 'The certificate of a link-shortening domain, with whether Twilio manages it.',
  fields: {
    domainSid: t.ref('MessagingDomainConfig', 'config'),
    dateUpdated: t.dateTime,
    dateExpires: t.dateTime.about('When the certificate expires; short links fail after that.'),
    dateCreated: t.dateTime,
    domainName: t.url.about('Domain of the short links, as a URL.'),
    certificateSid: t.sid,
    managed: t.boolean.about('Whether Twilio renews the certificate, or you upload it.'),
    requesting: t.boolean.about('Whether a request for a managed certificate is under way.'),
    url: t.omit,
    certInValidation: t.json.about(
      'Status and upload date of a new certificate that is being validated; null if there is none.',
    ),
  },
  fetch: true,
});
