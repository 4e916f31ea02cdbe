/** Conference rooms: where several calls meet. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const Conference = entity('Conference', {
  in: Account,
  at: 'conferences',
  sid: 'CF',
  about:
    'A room in which several calls hear each other. It comes into being with its first participant; update it to ' +
    'announce something or to end it. Twilio lists only running ones unless another `status` is asked for.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName: t.string.about("The room's name, given by whoever opened it; at most 128 characters."),
    status: t.enum('init', 'in-progress', 'completed').about('Whether it is yet to start, under way or over.'),
    region: t.string.about('Twilio region that mixes the audio, such as us1 or ie1.'),
    reasonConferenceEnded: t
      .enum(
        'conference-ended-via-api',
        'participant-with-end-conference-on-exit-left',
        'participant-with-end-conference-on-exit-kicked',
        'last-participant-kicked',
        'last-participant-left',
      )
      .about('What ended it; null while it goes on.'),
    callSidEndingConference: t.ref('Call').about('The call whose leaving ended it; null if none did.'),
    apiVersion: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    uri: t.omit,
    subresourceUris: t.omit,
  },
  relations: {
    recordings: t.many('Recording', { conferenceSid: 'sid' }, 'Recordings made of this conference.', {
      since: { dateCreated: 'dateCreated' },
    }),
  },
  sortedBy: ['dateCreated'],
  filters: { friendlyName: t.equal, status: t.equal, dateCreated: t.days, dateUpdated: t.days },
  update: {
    status: t.enum('completed').about('Ends the conference: everybody is hung up on.'),
    announceUrl: t.url.about('Sound file or TwiML to play to everybody.'),
    announceMethod: t.httpMethod.about('How `announceUrl` is requested; POST by default.'),
  },
  fetch: true,
});
