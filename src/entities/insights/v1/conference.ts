/** Conferences. */
import { entity, t } from '../../../model/index.ts';
import { insights } from './product.ts';

export const InsightsConference = entity('InsightsConference', {
  in: insights,
  at: 'conferences',
  key: 'conferenceSid',
  about: 'How a conference went: participants, detected issues, why it ended.',
  fields: {
    conferenceSid: t.ref('Conference'),
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    createTime: t.dateTime.about('When the first participant joined.'),
    startTime: t.dateTime.about(
      'When the conference began: with two participants, one of whom starts it. Null if it never did.',
    ),
    endTime: t.dateTime,
    durationSeconds: t.int.about('Seconds from `createTime` to `endTime`.'),
    connectDurationSeconds: t.int.about('Seconds from `startTime` to `endTime`.'),
    status: t
      .enum('in_progress', 'not_started', 'completed', 'summary_timeout')
      .about('SUMMARY_TIMEOUT: the summary could not be completed.'),
    maxParticipants: t.int.about('Most participants that its settings allow at once.'),
    maxConcurrentParticipants: t.int.about('Most participants who were in it at once.'),
    uniqueParticipants: t.int.about('Number of different callers.'),
    endReason: t
      .enum(
        'last_participant_left',
        'conference_ended_via_api',
        'participant_with_end_conference_on_exit_left',
        'last_participant_kicked',
        'participant_with_end_conference_on_exit_kicked',
      )
      .about('What ended it; null while it goes on.'),
    endedBy: t.string.about('SID of the call of the participant who ended it; null if it ended otherwise.'),
    mixerRegion: t
      .enum('us1', 'us2', 'au1', 'br1', 'ie1', 'jp1', 'sg1', 'de1', 'in1')
      .about('Twilio region in which the sound was mixed.'),
    mixerRegionRequested: t
      .enum('us1', 'us2', 'au1', 'br1', 'ie1', 'jp1', 'sg1', 'de1', 'in1')
      .about('Twilio region that its settings asked for.'),
    recordingEnabled: t.boolean.about('Whether it was recorded.'),
    detectedIssues: t.json.about(
      'Number of issues by kind: `call_quality`, `region_configuration` and `participant_behavior`.',
    ),
    tags: t
      .enum(
        'invalid_requested_region',
        'duplicate_identity',
        'start_failure',
        'region_configuration_issues',
        'quality_warnings',
        'participant_behavior_issues',
        'high_packet_loss',
        'high_jitter',
        'high_latency',
        'low_mos',
        'detected_silence',
        'no_concurrent_participants',
      )
      .list.about('Conditions that may have harmed the conference.'),
    tagInfo: t.json.about('Details of `tags`, such as their severity; null if there are none.'),
    processingState: t.enum('complete', 'in_progress', 'timeout').about('COMPLETE once the summary no longer changes.'),
    url: t.omit,
    links: t.omit,
  },
  relations: {
    endedByCall: t.row('Call', ['endedBy'], 'The call that ended the conference; null if it ended by itself.'),
  },
  filters: {
    conferenceSid: t.equal,
    friendlyName: t.equal,
    status: t.equal,
    mixerRegion: t.equal,
    tags: t.string,
    subaccount: t.sid.about('SID of a subaccount whose conferences are listed.'),
    detectedIssues: t.string,
    endReason: t.equal,
    createTime: t.range.by('createdAfter', 'createdBefore'),
  },
  fetch: true,
  terminal: { processingState: ['complete', 'timeout'] },
});
