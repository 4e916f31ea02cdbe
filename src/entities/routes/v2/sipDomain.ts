/** Sip domains. */
import { entity, t } from '../../../model/index.ts';
import { routes } from './product.ts';

export const RoutesSipDomain = entity('RoutesSipDomain', {
  in: routes,
  at: 'sipDomains',
  key: 'sipDomain',
  about: "In which Twilio region a SIP domain's calls are handled.",
  fields: {
    sipDomain: t.string,
    url: t.omit,
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    voiceRegion: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  update: { voiceRegion: t.string, friendlyName: t.string },
  fetch: true,
  admin: ['update'],
});
