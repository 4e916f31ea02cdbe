/** Domain certificates. */
import { entity, t } from '../../../model/index.ts';
import { messaging } from './product.ts';

export const MessagingDomainCert = entity('MessagingDomainCert', {
  in: messaging,
  at: 'domainCerts',
  key: 'domainSid',
  about: 'The TLS certificate of a link-shortening domain.',
  fields: {
    domainSid: t.ref('MessagingDomainConfig', 'config'),
    dateUpdated: t.dateTime,
    dateExpires: t.dateTime.about('When the certificate expires; short links fail after that.'),
    dateCreated: t.dateTime,
    domainName: t.url.about('Domain of the short links, as a URL.'),
    certificateSid: t.sid,
    url: t.omit,
    certInValidation: t.json.about(
      'Status and upload date of a new certificate that is being validated; null if there is none.',
    ),
  },
  update: { tlsCert: t.secret.required.about('Private key and certificate chain of the domain, in PEM format.') },
  remove: true,
  fetch: true,
  admin: ['remove', 'update'],
});
