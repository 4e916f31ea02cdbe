/** Transcriptions of a room. */
import { entity, t } from '../../../../model/index.ts';
import { VideoRoom } from '../room.ts';

export const VideoTranscription = entity('VideoTranscription', {
  in: VideoRoom,
  at: 'transcriptions',
  key: 'ttid',
  about: 'A live transcription of a room.',
  fields: {
    ttid: t.string,
    accountSid: t.ref('Account'),
    roomSid: t.ref('VideoRoom'),
    sourceSid: t.sid,
    status: t.enum('started', 'stopped', 'failed'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    startTime: t.dateTime,
    endTime: t.dateTime,
    duration: t.int,
    url: t.omit,
    configuration: t.json.pii,
  },
  filters: {},
  create: { configuration: t.json.pii },
  update: { status: t.enum('started', 'stopped', 'failed'), configuration: t.json.pii },
  fetch: true,
  paid: ['create'],
});
