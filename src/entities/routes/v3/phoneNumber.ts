/** Phone numbers. */
import { entity, t } from '../../../model/index.ts';
import { routes } from './product.ts';

export const RoutesPhoneNumber = entity('RoutesPhoneNumber', {
  in: routes,
  at: 'phoneNumbers',
  key: 'phoneNumber',
  about: "The Twilio regions that handle a number's calls and messages.",
  fields: {
    phoneNumber: t.phone,
    url: t.omit,
    accountSid: t.ref('Account'),
    friendlyName: t.string.pii,
    voiceRegion: t.string.about('Region where calls are handled, such as us1, ie1 or au1.'),
    messagingRegion: t.string.about('Region where messages are handled, such as us1, ie1 or au1.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  relations: {
    incomingPhoneNumber: t.one(
      'IncomingPhoneNumber',
      { phoneNumber: 'phoneNumber' },
      'The phone number of the account.',
    ),
  },
  update: { voiceRegion: t.string, messagingRegion: t.string, friendlyName: t.string.pii },
  fetch: true,
  admin: ['update'],
});
