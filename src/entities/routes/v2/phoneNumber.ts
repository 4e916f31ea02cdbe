/** Phone numbers. */
import { entity, t } from '../../../model/index.ts';
import { routesV2 } from './product.ts';

export const RoutesV2PhoneNumber = entity('RoutesV2PhoneNumber', {
  in: routesV2,
  at: 'phoneNumbers',
  key: 'phoneNumber',
  about: "In which Twilio region a number's calls are handled, earlier form.",
  fields: {
    phoneNumber: t.phone,
    url: t.omit,
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    voiceRegion: t.string,
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
  update: { voiceRegion: t.string, friendlyName: t.string },
  fetch: true,
  admin: ['update'],
});
