/** Participants of a conference. */
import { entity, t } from '../../../../model/index.ts';
import { InsightsConference } from '../conference.ts';

export const InsightsConferenceParticipant = entity('InsightsConferenceParticipant', {
  in: InsightsConference,
  at: 'conferenceParticipants',
  key: 'participantSid',
  inside: ['participant', 'participants'],
  about: 'A participant of a conference: call, times, regions and quality.',
  fields: {
    participantSid: t.sid,
    label: t.string.pii.about('Your own name for the participant; null without one.'),
    conferenceSid: t.ref('InsightsConference'),
    callSid: t.ref('Call'),
    accountSid: t.ref('Account'),
    callDirection: t.enum('inbound', 'outbound'),
    from: t.phone.about('Number or address of the caller.'),
    to: t.phone.about('Number or address of the called party.'),
    callStatus: t
      .enum('answered', 'completed', 'busy', 'fail', 'noanswer', 'ringing', 'canceled')
      .about("How the participant's call ended, or where it stands."),
    countryCode: t.string.about('Two-letter country code, by caller ID or called number.'),
    isModerator: t.boolean.about('Whether the conference starts or ends with this participant.'),
    joinTime: t.dateTime,
    leaveTime: t.dateTime.about('When the participant left; null before that.'),
    durationSeconds: t.int.about('Seconds in the conference.'),
    outboundQueueLength: t.int.about(
      'Estimated seconds in the queue when the call was created through the API; null for other participants.',
    ),
    outboundTimeInQueue: t.int.about('Seconds in the queue before the call was made; null for other participants.'),
    jitterBufferSize: t
      .enum('large', 'small', 'medium', 'off')
      .about('Buffer against jitter that was set for the participant.'),
    isCoach: t.boolean.about('Whether the participant coached others, heard by them alone.'),
    coachedParticipants: t.refs('Call', 'coachedCalls').about('SIDs of the calls that this participant coached.'),
    participantRegion: t
      .enum('us1', 'us2', 'au1', 'br1', 'ie1', 'jp1', 'sg1', 'de1', 'in1')
      .about('Twilio region through which the participant was connected.'),
    conferenceRegion: t
      .enum('us1', 'us2', 'au1', 'br1', 'ie1', 'jp1', 'sg1', 'de1', 'in1')
      .about('Twilio region in which the sound was mixed.'),
    callType: t.enum('carrier', 'client', 'sip').about("What the participant's end of the call is."),
    processingState: t.enum('complete', 'in_progress', 'timeout').about('COMPLETE once the summary no longer changes.'),
    properties: t.json.about('Details such as whether the participant started muted.'),
    events: t.json.about('What happened to the participant and when, such as `hold` or `mute`.'),
    metrics: t.json.about('Quality of the sound in each direction.'),
    url: t.omit,
  },
  relations: {
    participant: t.row(
      'Participant',
      ['conferenceSid', 'callSid'],
      'The participant of the conference; null once the conference has ended.',
    ),
    fromNumber: t.one(
      'IncomingPhoneNumber',
      { phoneNumber: 'from' },
      'The phone number in `from`, if the account owns it; otherwise null.',
    ),
    toNumber: t.one(
      'IncomingPhoneNumber',
      { phoneNumber: 'to' },
      'The phone number in `to`, if the account owns it; otherwise null.',
    ),
  },
  batch: 'whole',
  filters: { participantSid: t.equal, label: t.equal, events: t.string },
  fetch: { events: t.string, metrics: t.string },
  terminal: { processingState: ['complete', 'timeout'] },
});
