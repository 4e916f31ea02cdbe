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
    status: t.enum('queued', 'in-progress', 'completed', 'new', 'failed', 'canceled', 'error'),
    channel: t.json.pii,
    dataLogging: t.boolean,
    languageCode: t.string,
    customerKey: t.string.pii,
    mediaStartTime: t.dateTime,
    duration: t.int,
    url: t.omit,
    redaction: t.boolean,
    encryptionCredentialSid: t.ref('AccountsPublicKey'),
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
    sourceSid: t.string,
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
