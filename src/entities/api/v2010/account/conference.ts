/** Conferences of several calls. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const Conference = entity('Conference', {
  in: Account,
  at: 'conferences',
  sid: 'CF',
  about:
    'A conference of several calls. It is created when its first participant joins; update it to make an ' +
    'announcement or to end it. Twilio lists one `status` at a time: a list costs one upstream call for each status ' +
    'that its filter accepts.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account').always,
    friendlyName: t.string.about('Name of the conference, at most 128 characters.'),
    status: t
      .enum('init', 'in-progress', 'completed')
      .always.about('Whether the conference has not started, is in progress or has ended.'),
    region: t.string.about('Twilio region in which the audio is mixed, such as us1 or ie1.'),
    reasonConferenceEnded: t
      .enum(
        'conference-ended-via-api',
        'participant-with-end-conference-on-exit-left',
        'participant-with-end-conference-on-exit-kicked',
        'last-participant-kicked',
        'last-participant-left',
      )
      .about('Why the conference ended; null while it is in progress.'),
    callSidEndingConference: t
      .ref('Call')
      .about('The call that ended the conference by leaving; null if there is none.'),
    apiVersion: t.string,
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
    uri: t.omit,
    subresourceUris: t.omit,
  },
  relations: {
    participantInsights: t.below(
      'InsightsConferenceParticipant',
      ['sid'],
      'Participants as Voice Insights measured them, also after the conference has ended.',
    ),
    insights: t.row(
      'InsightsConference',
      ['sid'],
      'What Voice Insights measured of the conference; null until it has been processed.',
    ),
    recordings: t.many('Recording', { conferenceSid: 'sid' }, 'Recordings of this conference, newest first.', {
      since: { dateCreated: 'dateCreated' },
    }),
  },
  sortedBy: ['dateCreated'],
  filters: {
    friendlyName: t.equal,
    status: t.equal.defaultsTo('in-progress'),
    dateCreated: t.days,
    dateUpdated: t.days,
  },
  update: {
    status: t.enum('completed').about('Ends the conference and all its calls.'),
    announceUrl: t.url.about('URL of an audio file or TwiML to play to all participants.'),
    announceMethod: t.httpMethod.about('HTTP method of `announceUrl`. Default: POST.'),
  },
  fetch: true,
});
