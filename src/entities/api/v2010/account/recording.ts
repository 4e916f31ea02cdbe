/** Recordings of calls and conferences. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';
import { recording } from './recording/shared.ts';

export const Recording = entity('Recording', {
  in: Account,
  at: 'recordings',
  sid: 'RE',
  about: 'An audio recording of a call or conference. Deleting it removes the audio; its metadata remains for 40 days.',
  fields: recording,
  relations: {
    encryptionKey: t.row(
      'AccountsPublicKey',
      ['encryptionDetails.encryptionPublicKeySid'],
      'The public key with which the recording is encrypted; null if it is not encrypted.',
    ),
    voiceTranscriptions: t.many(
      'VoiceTranscription',
      { sourceId: 'sid' },
      'Transcriptions of the recording by the Voice API (v3).',
    ),
    transcripts: t.many(
      'IntelligenceV2Transcript',
      { sourceSid: 'sid' },
      'Transcripts that Conversational Intelligence made of the recording.',
    ),
  },
  sortedBy: ['dateCreated', 'startTime'],
  batch: { window: 'dateCreated' },
  filters: {
    callSid: t.equal,
    conferenceSid: t.equal,
    dateCreated: t.range,
    includeSoftDeleted: t.boolean
      .revealing('status', 'deleted')
      .about(
        'Whether to include recordings deleted within the last 40 days. Default: false, unless the filter compares ' +
          '`status` and accepts DELETED.',
      ),
  },
  remove: true,
  fetch: {
    includeSoftDeleted: t.boolean.about(
      'Whether to return the recording if it was deleted within the last 40 days. Default: false.',
    ),
  },
});
