/** Calls in a conference: who is there, and the way to bring somebody in, hush them or send them out. */
import { entity, t } from '../../../../../model/index.ts';
import { Conference } from '../conference.ts';
import { dialing } from '../dialing.ts';

const wait = {
  waitUrl: t.url.about('Music or TwiML to play until the conference starts.'),
  waitMethod: t.httpMethod.about('How `waitUrl` is requested: GET for a sound file, so that Twilio can keep a copy.'),
};

export const Participant = entity('Participant', {
  in: Conference,
  at: 'participants',
  sid: 'CA',
  key: 'callSid',
  about:
    'A call that is in a conference. Create one to dial somebody in, update it to mute or hold them, ' +
    'delete it to send them out. Its `callSid` names it.',
  fields: {
    callSid: t.ref('Call').about('The call of this participant.'),
    accountSid: t.ref('Account'),
    conferenceSid: t.ref('Conference').about('The conference that they are in.'),
    label: t.string.pii.about('A name given when they were dialled in; null without one.'),
    status: t
      .enum('queued', 'connecting', 'ringing', 'connected', 'complete', 'failed')
      .about('How far they are on the way in, or out again.'),
    muted: t.boolean.about('Whether nobody hears them.'),
    hold: t.boolean.about('Whether they hear music instead of the conference.'),
    coaching: t.boolean.about('Whether they are heard by one participant only.'),
    callSidToCoach: t.ref('Call').about('The call of the only one who hears them; null if they are no coach.'),
    startConferenceOnEnter: t.boolean.about('Whether the conference starts with their arrival, if it has not yet.'),
    endConferenceOnExit: t.boolean.about('Whether the conference ends for everybody when they leave.'),
    queueTime: t.int.about('Milliseconds before they are dialled; known only in the answer to create.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  filters: { muted: t.equal, hold: t.equal, coaching: t.equal },
  create: {
    from: t.phone.required.about('The caller ID: a Twilio number or verified caller ID of yours, or a client.'),
    to: t.phone.required.about('Whom to dial in: a number in E.164 form, `sip:` address, `client:name` or `app:SID`.'),
    label: t.string.pii.about('A name to tell them by.'),
    ...dialing,
    recordingStatusCallbackEvent: t
      .enum('started', 'in-progress', 'paused', 'resumed', 'stopped', 'completed', 'failed', 'absent')
      .list.about('What is reported to `recordingStatusCallback`.'),
    amdStatusCallback: t.url.about('Where Twilio reports who answered: human, machine or fax.'),
    amdStatusCallbackMethod: t.httpMethod.about('How `amdStatusCallback` is requested; POST by default.'),
    callerDisplayName: t.string.pii.about(
      'Name beside the caller ID when a SIP address is dialled; 2 to 255 characters.',
    ),

    muted: t.boolean,
    coaching: t.boolean,
    callSidToCoach: t.sid,
    beep: t
      .enum('true', 'false', 'onEnter', 'onExit')
      .about(
        'Whether the others hear a beep on their coming (onEnter), going (onExit), both (true, the default) or neither.',
      ),
    earlyMedia: t.boolean.about('Whether the others hear it ring; true by default.'),
    startConferenceOnEnter: t.boolean,
    endConferenceOnExit: t.boolean,
    ...wait,
    maxParticipants: t.int.about('How many the conference may hold: 2 to 250; 250 by default.'),
    region: t.string.about('Twilio region that mixes the audio, such as us1 or ie1.'),
    jitterBufferSize: t
      .enum('off', 'small', 'medium', 'large')
      .about('How much lag is traded for smooth audio; large by default.'),

    conferenceStatusCallback: t.url.about(
      'Where Twilio reports what happens in the conference; what the first participant brings along counts.',
    ),
    conferenceStatusCallbackMethod: t.httpMethod.about('How `conferenceStatusCallback` is requested; POST by default.'),
    conferenceStatusCallbackEvent: t
      .enum('start', 'end', 'join', 'leave', 'mute', 'hold', 'modify', 'speaker', 'announcement')
      .list.about('What is reported to `conferenceStatusCallback`; start and end by default.'),
    conferenceRecord: t
      .enum('true', 'false', 'record-from-start', 'do-not-record')
      .about('Whether the whole conference is recorded; false by default.'),
    conferenceTrim: t
      .enum('trim-silence', 'do-not-trim')
      .about('Whether silence at both ends of that recording is cut off; it is by default.'),
    conferenceRecordingStatusCallback: t.url.about("Where Twilio reports the state of the conference's recording."),
    conferenceRecordingStatusCallbackMethod: t.httpMethod.about(
      'How `conferenceRecordingStatusCallback` is requested; POST by default.',
    ),
    conferenceRecordingStatusCallbackEvent: t
      .enum('in-progress', 'completed', 'failed', 'absent')
      .list.about('What is reported to `conferenceRecordingStatusCallback`.'),

    emergencyName: t.string.pii.about('On an emergency call, who calls for help; cut off after 20 characters.'),
    emergencyAddress: t.string.pii.about('On an emergency call, street and house number; cut off after 60 characters.'),
    emergencyCity: t.string.pii.about(
      'On an emergency call, the official name of the town; cut off after 20 characters.',
    ),
    emergencyState: t.string.pii.about('On an emergency call, state or province; cut off after 20 characters.'),
    emergencyZipCode: t.string.pii.about('On an emergency call, the postal code; cut off after 20 characters.'),
    emergencyCountry: t.string.pii.about('On an emergency call, the country: US or CA.'),
    emergencyCallerLocation: t.string.pii.about(
      'On an emergency call, where in the building; cut off after 20 characters.',
    ),
    emergencyCallerPosition: t.string.pii.about(
      'On an emergency call, latitude and longitude in degrees with a space between.',
    ),
  },
  update: {
    muted: t.boolean,
    hold: t.boolean,
    holdUrl: t.url.about('Music or TwiML to play while they are on hold.'),
    holdMethod: t.httpMethod.about('How `holdUrl` is requested; GET by default.'),
    announceUrl: t.url.about('Sound file or TwiML to play to them alone.'),
    announceMethod: t.httpMethod.about('How `announceUrl` is requested; POST by default.'),
    ...wait,
    beepOnExit: t.boolean.about('Whether the others hear a beep when they leave.'),
    endConferenceOnExit: t.boolean,
    coaching: t.boolean,
    callSidToCoach: t.sid,
  },
  paid: ['create'],
  remove: true,
  fetch: true,
});
