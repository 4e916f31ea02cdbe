/** Media of a transcript. */
import { entity, t } from '../../../../model/index.ts';
import { IntelligenceV2Transcript } from '../transcript.ts';

export const IntelligenceV2TranscriptMedia = entity('IntelligenceV2TranscriptMedia', {
  in: IntelligenceV2Transcript,
  at: 'media',
  one: 'media',
  about: 'A short-lived link to the audio behind a transcript.',
  fields: {
    accountSid: t.ref('Account'),
    mediaUrl: t.secret,
    serviceSid: t.ref('IntelligenceV2Service'),
    sid: t.sid,
    url: t.omit,
  },
  fetch: {
    redacted: t.boolean.about(
      'Whether to give the version without personal data. Default: true if the service redacts.',
    ),
  },
});
