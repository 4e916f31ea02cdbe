/** Domain configs. */
import { entity, t } from '../../../model/index.ts';
import { messaging } from './product.ts';

export const MessagingDomainConfig = entity('MessagingDomainConfig', {
  in: messaging,
  at: 'domainConfig',
  key: 'domainSid',
  about: 'Fallback and callback addresses of a link-shortening domain.',
  fields: {
    domainSid: t.ref('MessagingV2DomainCert'),
    configSid: t.sid,
    fallbackUrl: t.url,
    callbackUrl: t.url,
    continueOnFailure: t.boolean,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    disableHttps: t.boolean,
  },
  update: { fallbackUrl: t.url, callbackUrl: t.url, continueOnFailure: t.boolean, disableHttps: t.boolean },
  fetch: true,
  admin: ['update'],
});
