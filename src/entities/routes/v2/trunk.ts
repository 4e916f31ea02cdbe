/** Trunks. */
import { entity, t } from '../../../model/index.ts';
import { routes } from './product.ts';

export const RoutesTrunk = entity('RoutesTrunk', {
  in: routes,
  at: 'trunks',
  key: 'sipTrunkDomain',
  about: "In which Twilio region a SIP trunk's calls are handled.",
  fields: {
    sipTrunkDomain: t.string,
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
