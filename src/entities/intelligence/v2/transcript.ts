/** Transcripts. */
import { entity, t } from '../../../model/index.ts';
import { intelligenceV2 } from './product.ts';

export const IntelligenceV2Transcript = entity('IntelligenceV2Transcript', {
  in: intelligenceV2,
  at: 'transcripts',
  sid: 'GT',
  about: 'The transcript of a recorded call or other media.',
  fields: {
    accountSid: t.ref('Account'),
    serviceSid: t.ref('IntelligenceV2Service'),
    sid: t.sid,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    status: t
      .enum('queued', 'in-progress', 'completed', 'new', 'failed', 'canceled', 'error')
      .about(
        '`QUEUED` and `IN_PROGRESS` lead to `COMPLETED`, `FAILED` or `CANCELED`. Sentences and results exist only when completed.',
      ),
    channel: t.json.pii.about(
      'Where the audio comes from, as JSON: `media_properties` and the `participants` of each channel.',
    ),
    dataLogging: t.boolean.about('Whether Twilio may use the audio and text to improve its products.'),
    languageCode: t.string.about('BCP 47 code of the language spoken, such as en-US.'),
    customerKey: t.string.pii.about('A text of your own, at most 64 characters, that comes back with the transcript.'),
    mediaStartTime: t.dateTime.about('When the audio began.'),
    duration: t.int.about('Length of the audio in seconds.'),
    url: t.omit,
    redaction: t.boolean.about('Whether a version without personal data exists.'),
    encryptionCredentialSid: t
      .ref('AccountsPublicKey', 'encryptionKey')
      .about('SID (CR…) of your public key with which sentences and results were encrypted; null if they were not.'),
    links: t.omit,
  },
  relations: {
    recording: t.row(
      'Recording',
      ['channel.media_properties.source_sid'],
      'The recording that was transcribed; null if the audio came from elsewhere.',
    ),
  },
  filters: {
    serviceSid: t.equal,
    status: t.equal,
    languageCode: t.equal,
    sourceSid: t.string.about('SID of the recording (RE…) or other source that was transcribed.'),
    dateCreated: t.range.by('afterDateCreated', 'beforeDateCreated'),
    mediaStartTime: t.range.by('afterStartTime', 'beforeStartTime'),
  },
  create: {
    serviceSid: t.sid.required,
    channel: t.json.pii.required,
    customerKey: t.string.pii,
    mediaStartTime: t.dateTime,
  },
  remove: true,
  fetch: true,
  paid: ['create'],
  terminal: { status: ['completed', 'failed', 'canceled', 'error'] },
});
