/** Domain configs. */
import { entity, t } from '../../../model/index.ts';
import { messaging } from './product.ts';

export const MessagingDomainConfig = entity('MessagingDomainConfig', {
  in: messaging,
  at: 'domainConfig',
  key: 'domainSid',
  about: 'Fallback and callback addresses of a link-shortening domain.',
  fields: {
    domainSid: t.ref('MessagingV2DomainCert', 'certificate'),
    configSid: t.sid,
    fallbackUrl: t.url.about('URL to which a click leads if the short link is unknown or has expired.'),
    callbackUrl: t.url.about('URL to which clicks on short links are reported.'),
    continueOnFailure: t.boolean.about(
      'Whether a message whose links cannot be shortened is sent with the long links; otherwise it fails.',
    ),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    disableHttps: t.boolean.about('Whether short links appear in messages without https:// in front.'),
  },
  update: { fallbackUrl: t.url, callbackUrl: t.url, continueOnFailure: t.boolean, disableHttps: t.boolean },
  fetch: true,
  admin: ['update'],
});
