/** Encrypted operator results of a transcript. */
import { entity, t } from '../../../../model/index.ts';
import { IntelligenceV2Transcript } from '../transcript.ts';

export const IntelligenceV2EncryptedOperatorResults = entity('IntelligenceV2EncryptedOperatorResults', {
  in: IntelligenceV2Transcript,
  at: 'encryptedOperatorResults',
  about: 'Links to operator results, encrypted with your public key.',
  fields: { locations: t.omit, transcriptSid: t.ref('IntelligenceV2Transcript'), url: t.omit },
  fetch: {
    redacted: t.boolean.about(
      'Whether to give the version without personal data. Default: true if the service redacts.',
    ),
  },
});
