/** Sentences of a transcript. */
import { entity, t } from '../../../../model/index.ts';
import { IntelligenceV2Transcript } from '../transcript.ts';

export const IntelligenceV2Sentence = entity('IntelligenceV2Sentence', {
  in: IntelligenceV2Transcript,
  at: 'sentences',
  inside: ['sentence', 'sentences'],
  maxPage: 5000,
  about: 'A sentence of a transcript with speaker channel and times.',
  fields: {
    mediaChannel: t.int,
    sentenceIndex: t.int,
    startTime: t.string,
    endTime: t.string,
    transcript: t.string.pii.as('text'),
    sid: t.sid,
    confidence: t.string,
    words: t.json.pii.list.detail,
  },
  filters: { redacted: t.boolean, wordTimestamps: t.boolean },
});
