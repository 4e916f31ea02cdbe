/** Encrypted sentences of a transcript. */
import { entity, t } from '../../../../model/index.ts';
import { IntelligenceV2Transcript } from '../transcript.ts';

export const IntelligenceV2EncryptedSentences = entity('IntelligenceV2EncryptedSentences', {
  in: IntelligenceV2Transcript,
  at: 'encryptedSentences',
  about: 'A link to the sentences, encrypted with your public key.',
  fields: { location: t.secret, transcriptSid: t.ref('IntelligenceV2Transcript'), url: t.omit },
  fetch: {
    redacted: t.boolean.about(
      'Whether to give the version without personal data. Default: true if the service redacts.',
    ),
  },
});
