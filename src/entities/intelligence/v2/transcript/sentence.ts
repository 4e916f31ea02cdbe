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
    mediaChannel: t.int.about('Audio channel of the speaker, counted from 1.'),
    sentenceIndex: t.int.about('Place of the sentence in the transcript, counted from 0.'),
    startTime: t.decimal.about('Seconds from the beginning of the audio to that of the sentence.'),
    endTime: t.decimal.about('Seconds from the beginning of the audio to the end of the sentence.'),
    transcript: t.string.pii.as('text').about('What was said.'),
    sid: t.sid,
    confidence: t.decimal.about('Confidence of the speech recognition, from 0 to 1.'),
    words: t.json.pii.list.about('Words with their own times; only if `wordTimestamps` is true.'),
  },
  filters: {
    redacted: t.boolean.about('Whether to give the text without personal data. Default: true if the service redacts.'),
    wordTimestamps: t.boolean.about('Whether to fill `words`. Default: false.'),
  },
});
