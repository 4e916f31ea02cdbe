/** Recordings of a room. */
import { entity, t } from '../../../../model/index.ts';
import { VideoRoom } from '../room.ts';

export const VideoRoomRecording = entity('VideoRoomRecording', {
  in: VideoRoom,
  at: 'recordings',
  sid: 'RT',
  plural: 'roomRecordings',
  inside: ['recording', 'recordings'],
  about: 'The recording of one track in this room.',
  fields: {
    accountSid: t.ref('Account'),
    status: t
      .enum('processing', 'completed', 'deleted', 'failed')
      .about('`PROCESSING` while the track is recorded, then `COMPLETED` with a file, or `FAILED`.'),
    dateCreated: t.dateTime,
    sid: t.sid,
    sourceSid: t.sid.about('SID of what was recorded: the track (MT…).'),
    size: t.long.about('Size of the file in bytes.'),
    url: t.omit,
    type: t.enum('audio', 'video', 'data').about('What the track carries.'),
    duration: t.int.about('Length in whole seconds, at least 1.'),
    containerFormat: t.enum('mka', 'mkv').about('Type of the file: `MKA` for audio, `MKV` for video.'),
    codec: t
      .enum('VP8', 'H264', 'OPUS', 'PCMU')
      .about('Codec of the track in the file. OPUS and PCMU are audio codecs, VP8 and H264 video codecs.'),
    groupingSids: t.json.about('What the recording belongs to: `room_sid` and `participant_sid`.'),
    trackName: t.string.pii.about('Name that the participant gave the track; its SID if none was given.'),
    offset: t.long.about(
      'Start in milliseconds on a clock that all tracks of a room share. Differences align the tracks.',
    ),
    mediaExternalLocation: t.url.about('URL of the file in your own S3 bucket; null if Twilio stores it.'),
    roomSid: t.ref('VideoRoom'),
    links: t.omit,
  },
  relations: {
    participant: t.row(
      'VideoParticipant',
      ['groupingSids.room_sid', 'groupingSids.participant_sid'],
      'The participant whose track was recorded.',
    ),
    track: t.row(
      'VideoPublishedTrack',
      ['groupingSids.room_sid', 'groupingSids.participant_sid', 'sourceSid'],
      'The track that was recorded; null once the room has ended.',
    ),
  },
  filters: { status: t.equal, sourceSid: t.equal, dateCreated: t.range.by('dateCreatedAfter', 'dateCreatedBefore') },
  remove: true,
  fetch: true,
});
