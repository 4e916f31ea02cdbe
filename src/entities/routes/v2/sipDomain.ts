/** SIP domains. */
import { entity, t } from '../../../model/index.ts';
import { routes } from './product.ts';

export const RoutesSipDomain = entity('RoutesSipDomain', {
  in: routes,
  at: 'sipDomains',
  key: 'sipDomain',
  about: "The Twilio region that handles a SIP domain's calls.",
  fields: {
    sipDomain: t.string.about('Host name of the SIP domain, such as example.sip.twilio.com.'),
    url: t.omit,
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    voiceRegion: t.string.about('Region where calls are handled, such as us1, ie1 or au1.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  relations: {
    domain: t.one('SipDomain', { domainName: 'sipDomain' }, 'The SIP domain, if the account owns it; otherwise null.'),
  },
  update: { voiceRegion: t.string, friendlyName: t.string },
  fetch: true,
  admin: ['update'],
});
