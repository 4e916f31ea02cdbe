/** Domain certs. */
import { entity, t } from '../../../model/index.ts';
import { messagingV2 } from './product.ts';

export const MessagingV2DomainCert = entity('MessagingV2DomainCert', {
  in: messagingV2,
  at: 'domainCerts',
  key: 'domainSid',
  about: 'The certificate of a link-shortening domain, with whether Twilio manages it.',
  fields: {
    domainSid: t.ref('MessagingDomainConfig'),
    dateUpdated: t.dateTime,
    dateExpires: t.dateTime,
    dateCreated: t.dateTime,
    domainName: t.url,
    certificateSid: t.sid,
    managed: t.boolean,
    requesting: t.boolean,
    url: t.omit,
    certInValidation: t.json,
  },
  fetch: true,
});
