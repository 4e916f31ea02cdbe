/** Transcriptions of a room. */
import { entity, t } from '../../../../model/index.ts';
import { VideoRoom } from '../room.ts';

export const VideoTranscription = entity('VideoTranscription', {
  in: VideoRoom,
  at: 'transcriptions',
  key: 'ttid',
  about: 'A live transcription of a room.',
  fields: {
    ttid: t.string.about('ID that Twilio gave the transcription.'),
    accountSid: t.ref('Account'),
    roomSid: t.ref('VideoRoom'),
    sourceSid: t.sid.about('SID of what is transcribed.'),
    status: t.enum('started', 'stopped', 'failed').about('Write `STOPPED` to end it.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    startTime: t.dateTime.about('When the transcription started.'),
    endTime: t.dateTime.about('When it stopped; null while it runs.'),
    duration: t.int.about('Seconds that it ran; null while it runs.'),
    url: t.omit,
    configuration: t.json.pii.about('Settings as JSON, such as the language and whether partial results are sent.'),
  },
  filters: {},
  create: { configuration: t.json.pii },
  update: { status: t.enum('started', 'stopped', 'failed'), configuration: t.json.pii },
  fetch: true,
  paid: ['create'],
});
