/** Domain dns validations. */
import { entity, t } from '../../../model/index.ts';
import { messaging } from './product.ts';

export const MessagingDomainDnsValidation = entity('MessagingDomainDnsValidation', {
  in: messaging,
  at: 'domainValidateDns',
  key: 'domainSid',
  about: "Whether a link-shortening domain's DNS records are right.",
  fields: { domainSid: t.ref('MessagingDomainConfig'), isValid: t.boolean, reason: t.string, url: t.omit },
  fetch: true,
});
