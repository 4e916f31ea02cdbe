/** Short codes. */
import { entity, t } from '../../../model/index.ts';
import { routes } from './product.ts';

export const RoutesShortCode = entity('RoutesShortCode', {
  in: routes,
  at: 'isoCountryCode',
  key: ['isoCountryCode', 'shortCode'],
  about: "In which Twilio region a short code's messages are handled.",
  fields: {
    isoCountryCode: t.string,
    shortCode: t.string,
    url: t.omit,
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    messagingRegion: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  update: { messagingRegion: t.string, friendlyName: t.string },
  fetch: true,
  admin: ['update'],
});
