/** Trunks. */
import { entity, t } from '../../../model/index.ts';
import { routes } from './product.ts';

export const RoutesTrunk = entity('RoutesTrunk', {
  in: routes,
  at: 'trunks',
  key: 'sipTrunkDomain',
  about: "The Twilio region that handles a SIP trunk's calls.",
  fields: {
    sipTrunkDomain: t.string.about('Host name of the trunk, such as example.pstn.twilio.com.'),
    url: t.omit,
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    voiceRegion: t.string.about('Region where calls are handled, such as us1, ie1 or au1.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  relations: {
    trunk: t.one('SipTrunk', { domainName: 'sipTrunkDomain' }, 'The trunk, if the account owns it; otherwise null.'),
  },
  update: { voiceRegion: t.string, friendlyName: t.string },
  fetch: true,
  admin: ['update'],
});
