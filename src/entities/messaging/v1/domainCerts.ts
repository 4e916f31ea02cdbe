/** Domain certs. */
import { entity, t } from '../../../model/index.ts';
import { messaging } from './product.ts';

export const MessagingDomainCert = entity('MessagingDomainCert', {
  in: messaging,
  at: 'domainCerts',
  key: 'domainSid',
  about: 'The TLS certificate of a link-shortening domain.',
  fields: {
    domainSid: t.ref('MessagingDomainConfig'),
    dateUpdated: t.dateTime,
    dateExpires: t.dateTime,
    dateCreated: t.dateTime,
    domainName: t.url,
    certificateSid: t.sid,
    url: t.omit,
    certInValidation: t.json,
  },
  update: { tlsCert: t.secret.required },
  remove: true,
  fetch: true,
  admin: ['remove', 'update'],
});
