/** Phone numbers. */
import { entity, t } from '../../../model/index.ts';
import { routesV2 } from './product.ts';

export const RoutesV2PhoneNumber = entity('RoutesV2PhoneNumber', {
  in: routesV2,
  at: 'phoneNumbers',
  key: 'phoneNumber',
  about: "The Twilio region that handles a number's calls (version 2).",
  fields: {
    phoneNumber: t.phone,
    url: t.omit,
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName: t.string.pii,
    voiceRegion: t.string.about('Region where calls are handled, such as us1, ie1 or au1.'),
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
  update: { voiceRegion: t.string, friendlyName: t.string.pii },
  fetch: true,
  admin: ['update'],
});
