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
    status: t.enum('processing', 'completed', 'deleted', 'failed'),
    dateCreated: t.dateTime,
    sid: t.sid,
    sourceSid: t.sid,
    size: t.long,
    url: t.omit,
    type: t.enum('audio', 'video', 'data'),
    duration: t.int,
    containerFormat: t.enum('mka', 'mkv'),
    codec: t.enum('VP8', 'H264', 'OPUS', 'PCMU'),
    groupingSids: t.json,
    trackName: t.string,
    offset: t.long,
    mediaExternalLocation: t.url,
    roomSid: t.ref('VideoRoom'),
    links: t.omit,
  },
  relations: {
    participant: t.row(
      'VideoParticipant',
      ['groupingSids.room_sid', 'groupingSids.participant_sid'],
      'The participant whose track was recorded.',
    ),
  },
  filters: { status: t.equal, sourceSid: t.equal, dateCreated: t.range.by('dateCreatedAfter', 'dateCreatedBefore') },
  remove: true,
  fetch: true,
});
