/** Transcriptions of one recording. */
import { entity } from '../../../../../model/index.ts';
import { Recording } from '../recording.ts';
import { Transcription } from '../transcription.ts';

export const RecordingTranscription = entity('RecordingTranscription', {
  type: 'Transcription',
  in: Recording,
  at: 'transcriptions',
  plural: 'recordingTranscriptions',
  sid: 'TR',
  about: Transcription.about,
  aboutList: 'Transcriptions of the recording.',
  fields: Transcription.fields,
  filters: {},
  remove: true,
  fetch: true,
});
