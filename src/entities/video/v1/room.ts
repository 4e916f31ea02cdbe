/** Rooms. */
import { entity, t } from '../../../model/index.ts';
import { video } from './product.ts';

export const VideoRoom = entity('VideoRoom', {
  in: video,
  at: 'rooms',
  sid: 'RM',
  alias: 'uniqueName',
  about: 'A video call that people join.',
  fields: {
    sid: t.sid,
    status: t
      .enum('in-progress', 'completed', 'failed')
      .about(
        '`IN_PROGRESS` while people can join, then `COMPLETED`. Write `COMPLETED` to end the room and disconnect everyone.',
      ),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    accountSid: t.ref('Account'),
    enableTurn: t.boolean.about('Always true. It once switched the use of TURN servers.'),
    uniqueName: t.string.about(
      'Your own name of the room, unique among rooms in progress. Participants join by it. Default: `sid`.',
    ),
    statusCallback: t.url,
    statusCallbackMethod: t.httpMethod,
    endTime: t.dateTime.about('When the room ended; null while it is in progress.'),
    duration: t.int.about('Seconds from start to end; null while it is in progress.'),
    type: t
      .enum('group', 'go', 'peer-to-peer', 'group-small')
      .about(
        "How media flow. A group room sends them through Twilio's servers; the other types are no longer offered for new rooms.",
      ),
    maxParticipants: t.int.about('How many people can be in the room at the same time, at most 50.'),
    maxParticipantDuration: t.int.about(
      'Seconds after which a participant is disconnected, at most 86400. Default: 14400.',
    ),
    maxConcurrentPublishedTracks: t.int.about('How many tracks may be published in the room at the same time.'),
    recordParticipantsOnConnect: t.boolean.about(
      'Whether tracks are recorded from the moment people join. Recording costs extra.',
    ),
    videoCodecs: t.enum('VP8', 'H264').list.about('Video codecs in which participants may publish.'),
    mediaRegion: t.string.about(
      'Region of the servers for the media, such as us1 or ie1. `gll` takes the one closest to the first participant.',
    ),
    audioOnly: t.boolean.about('Whether participants may publish audio only.'),
    emptyRoomTimeout: t.int.about('Minutes that the room stays open after the last participant has left.'),
    unusedRoomTimeout: t.int.about('Minutes that the room stays open if nobody joins.'),
    largeRoom: t.boolean.about('Whether the room was made for more participants than usual.'),
    url: t.omit,
    links: t.omit,
  },
  relations: {
    participantInsights: t.below('InsightsRoomParticipant', ['sid'], 'Participants as Video Insights measured them.'),
    insights: t.row(
      'InsightsRoom',
      ['sid'],
      'What Video Insights measured of the room; null until it has been processed.',
    ),
    compositions: t.many('VideoComposition', { roomSid: 'sid' }, 'Compositions made of the recordings of the room.'),
  },
  filters: {
    status: t.equal.defaultsTo('in-progress'),
    uniqueName: t.equal,
    dateCreated: t.days.by('dateCreatedAfter', 'dateCreatedBefore'),
  },
  create: {
    enableTurn: t.boolean,
    type: t.enum('group', 'go', 'peer-to-peer', 'group-small'),
    uniqueName: t.string,
    statusCallback: t.url,
    statusCallbackMethod: t.httpMethod,
    maxParticipants: t.int,
    recordParticipantsOnConnect: t.boolean,
    transcribeParticipantsOnConnect: t.boolean.about('Whether speech is transcribed from the moment people join.'),
    videoCodecs: t.enum('VP8', 'H264').list,
    mediaRegion: t.string,
    recordingRules: t.json.about('Which tracks are recorded: a JSON array of rules as in `VideoRecordingRules`.'),
    transcriptionsConfiguration: t.json.about(
      "Settings of the transcription as JSON, such as its language. Default: Twilio's.",
    ),
    audioOnly: t.boolean,
    maxParticipantDuration: t.int,
    emptyRoomTimeout: t.int,
    unusedRoomTimeout: t.int,
    largeRoom: t.boolean,
  },
  update: { status: t.enum('in-progress', 'completed', 'failed').required },
  fetch: true,
  terminal: { status: ['completed', 'failed'] },
});
