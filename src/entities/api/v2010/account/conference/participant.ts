/** Participants of a conference. */
import { entity, t } from '../../../../../model/index.ts';
import { Conference } from '../conference.ts';
import { dialing } from '../dialing.ts';

const wait = {
  waitUrl: t.url.about('URL of an audio file or TwiML to play until the conference starts.'),
  waitMethod: t.httpMethod.about('HTTP method of `waitUrl`. Use GET for an audio file, so that Twilio can cache it.'),
};

export const Participant = entity('Participant', {
  in: Conference,
  at: 'participants',
  sid: 'CA',
  key: 'callSid',
  about:
    'A call in a conference. Create one to call somebody and add the call, update it to mute or hold it, ' +
    'delete it to remove it from the conference. It is identified by `callSid`.',
  fields: {
    callSid: t.ref('Call').about('The call of this participant.'),
    accountSid: t.ref('Account').always,
    conferenceSid: t.ref('Conference').always.about('The conference of the participant.'),
    label: t.string.pii.about('Label given when the participant was created; null if there is none.'),
    status: t
      .enum('queued', 'connecting', 'ringing', 'connected', 'complete', 'failed')
      .always.about("State of the participant's call."),
    muted: t.boolean.always.about('Whether the participant is muted.'),
    hold: t.boolean.always.about('Whether the participant is on hold.'),
    coaching: t.boolean.always.about('Whether only the call `callSidToCoach` hears the participant.'),
    callSidToCoach: t
      .ref('Call')
      .about('The call that the participant coaches; null if the participant is not a coach.'),
    startConferenceOnEnter: t.boolean.about('Whether the conference starts when the participant joins.'),
    endConferenceOnExit: t.boolean.about('Whether the conference ends when the participant leaves.'),
    queueTime: t.int.about(
      'Estimated milliseconds before the call is placed; only in the payload of `participantCreate`.',
    ),
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  relations: {
    insights: t.one(
      'InsightsConferenceParticipant',
      { callSid: 'callSid' },
      'What Voice Insights knows of the participant; null until the conference has been processed.',
      { keys: ['conferenceSid'] },
    ),
  },
  filters: { muted: t.equal, hold: t.equal, coaching: t.equal },
  create: {
    from: t.phone.required.about('The caller ID: one of your Twilio numbers, a verified caller ID or a client.'),
    to: t.phone.destination.required.about(
      'Whom to call: a number in E.164 format, a `sip:` address, `client:name` or `app:SID`.',
    ),
    label: t.string.pii.about('Label by which the participant can be found.'),
    ...dialing,
    recordingStatusCallbackEvent: t
      .enum('started', 'in-progress', 'paused', 'resumed', 'stopped', 'completed', 'failed', 'absent')
      .list.about('Events reported to `recordingStatusCallback`.'),
    amdStatusCallback: t.url.about('URL to which Twilio reports who answered: human, machine or fax.'),
    amdStatusCallbackMethod: t.httpMethod.about('HTTP method of `amdStatusCallback`. Default: POST.'),
    callerDisplayName: t.string.pii.about(
      'Display name of the caller when a SIP address is called; 2 to 255 characters.',
    ),

    muted: t.boolean,
    coaching: t.boolean,
    callSidToCoach: t.sid,
    beep: t
      .enum('true', 'false', 'onEnter', 'onExit')
      .about(
        'Whether a beep is played when the participant joins (`onEnter`), leaves (`onExit`), both (`true`) or neither. Default: `true`.',
      ),
    earlyMedia: t.boolean.about('Whether the other participants hear the ringing. Default: true.'),
    startConferenceOnEnter: t.boolean,
    endConferenceOnExit: t.boolean,
    ...wait,
    maxParticipants: t.int.about('Maximum number of participants, from 2 to 250. Default: 250.'),
    region: t.string.about('Twilio region in which the audio is mixed, such as us1 or ie1.'),
    jitterBufferSize: t
      .enum('off', 'small', 'medium', 'large')
      .about('Size of the jitter buffer; a larger one adds delay and makes audio smoother. Default: `large`.'),

    conferenceStatusCallback: t.url.about(
      'URL to which Twilio reports events of the conference. Only the value of the first participant is used.',
    ),
    conferenceStatusCallbackMethod: t.httpMethod.about('HTTP method of `conferenceStatusCallback`. Default: POST.'),
    conferenceStatusCallbackEvent: t
      .enum('start', 'end', 'join', 'leave', 'mute', 'hold', 'modify', 'speaker', 'announcement')
      .list.about('Events reported to `conferenceStatusCallback`. Default: `start` and `end`.'),
    conferenceRecord: t
      .enum('true', 'false', 'record-from-start', 'do-not-record')
      .about('Whether the conference is recorded. Default: `false`.'),
    conferenceTrim: t
      .enum('trim-silence', 'do-not-trim')
      .about('Whether silence at the start and end of the recording is removed. Default: `trim-silence`.'),
    conferenceRecordingStatusCallback: t.url.about(
      'URL to which Twilio reports the status of the conference recording.',
    ),
    conferenceRecordingStatusCallbackMethod: t.httpMethod.about(
      'HTTP method of `conferenceRecordingStatusCallback`. Default: POST.',
    ),
    conferenceRecordingStatusCallbackEvent: t
      .enum('in-progress', 'completed', 'failed', 'absent')
      .list.about('Events reported to `conferenceRecordingStatusCallback`.'),

    emergencyName: t.string.pii.about('Name of the caller of an emergency call. Truncated to 20 characters.'),
    emergencyAddress: t.string.pii.about('Street and house number of an emergency call. Truncated to 60 characters.'),
    emergencyCity: t.string.pii.about('Official name of the town of an emergency call. Truncated to 20 characters.'),
    emergencyState: t.string.pii.about('State or province of an emergency call. Truncated to 20 characters.'),
    emergencyZipCode: t.string.pii.about('Postal code of an emergency call. Truncated to 20 characters.'),
    emergencyCountry: t.string.pii.about('Country of an emergency call: US or CA.'),
    emergencyCallerLocation: t.string.pii.about(
      'Location in the building of an emergency call. Truncated to 20 characters.',
    ),
    emergencyCallerPosition: t.string.pii.about(
      'Latitude and longitude of an emergency call in degrees, separated by a space.',
    ),
  },
  update: {
    muted: t.boolean,
    hold: t.boolean,
    holdUrl: t.url.about('URL of an audio file or TwiML to play while the participant is on hold.'),
    holdMethod: t.httpMethod.about('HTTP method of `holdUrl`. Default: GET.'),
    announceUrl: t.url.about('URL of an audio file or TwiML to play to this participant only.'),
    announceMethod: t.httpMethod.about('HTTP method of `announceUrl`. Default: POST.'),
    ...wait,
    beepOnExit: t.boolean.about('Whether a beep is played when the participant leaves.'),
    endConferenceOnExit: t.boolean,
    coaching: t.boolean,
    callSidToCoach: t.sid,
  },
  inputAlsoIn: 'callSid',
  identifiedBy: ['to', 'from'],
  paid: ['create'],
  remove: true,
  fetch: true,
});
