/** Domain dns validations. */
import { entity, t } from '../../../model/index.ts';
import { messaging } from './product.ts';

export const MessagingDomainDnsValidation = entity('MessagingDomainDnsValidation', {
  in: messaging,
  at: 'domainValidateDns',
  key: 'domainSid',
  about: "Whether a link-shortening domain's DNS records are right.",
  fields: {
    domainSid: t.ref('MessagingDomainConfig', 'config'),
    isValid: t.boolean.about("Whether the domain's DNS records point to Twilio."),
    reason: t.string.about('What is wrong with the DNS records; null if they are valid.'),
    url: t.omit,
  },
  fetch: true,
});
