/** Short codes. */
import { entity, t } from '../../../model/index.ts';
import { routes } from './product.ts';

export const RoutesShortCode = entity('RoutesShortCode', {
  in: routes,
  at: 'isoCountryCode',
  key: ['isoCountryCode', 'shortCode'],
  about: "The Twilio region that handles a short code's messages.",
  fields: {
    isoCountryCode: t.string.about('Two-letter ISO 3166-1 country code, such as US.'),
    shortCode: t.phone,
    url: t.omit,
    accountSid: t.ref('Account'),
    friendlyName: t.string.pii,
    messagingRegion: t.string.about('Region where messages are handled, such as us1, ie1 or au1.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  update: { messagingRegion: t.string, friendlyName: t.string.pii },
  fetch: true,
  admin: ['update'],
});
