/** Recordings. */
import { entity, t } from '../../../model/index.ts';
import { video } from './product.ts';

export const VideoRecording = entity('VideoRecording', {
  in: video,
  at: 'recordings',
  sid: 'RT',
  maxPage: 100,
  about: 'The recording of one track, from any room.',
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
    trackName: t.string.pii,
    offset: t.long,
    mediaExternalLocation: t.url,
    statusCallback: t.url,
    statusCallbackMethod: t.httpMethod,
    links: t.omit,
  },
  relations: {
    participant: t.row(
      'VideoParticipant',
      ['groupingSids.room_sid', 'groupingSids.participant_sid'],
      'The participant whose track was recorded.',
    ),
    room: t.row('VideoRoom', ['groupingSids.room_sid'], 'The room that was recorded.'),
  },
  filters: {
    status: t.equal,
    sourceSid: t.equal,
    groupingSid: t.string.list,
    mediaType: t.enum('audio', 'video', 'data'),
    dateCreated: t.range.by('dateCreatedAfter', 'dateCreatedBefore'),
  },
  remove: true,
  fetch: true,
});
