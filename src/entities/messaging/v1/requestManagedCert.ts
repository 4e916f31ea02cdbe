/** Managed cert requests. */
import { entity, t } from '../../../model/index.ts';
import { messaging } from './product.ts';

export const MessagingManagedCertRequest = entity('MessagingManagedCertRequest', {
  in: messaging,
  at: 'requestManagedCert',
  key: 'domainSid',
  about: "Asks Twilio to get and renew a domain's certificate.",
  fields: {
    domainSid: t.ref('MessagingV2DomainCert'),
    dateUpdated: t.dateTime,
    dateCreated: t.dateTime,
    dateExpires: t.dateTime,
    domainName: t.url,
    certificateSid: t.sid,
    url: t.omit,
    managed: t.boolean,
    requesting: t.boolean,
  },
  update: {},
  admin: ['update'],
});
