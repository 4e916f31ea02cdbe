/** Operator results of a transcript. */
import { entity, t } from '../../../../model/index.ts';
import { IntelligenceV2Transcript } from '../transcript.ts';

export const IntelligenceV2OperatorResult = entity('IntelligenceV2OperatorResult', {
  in: IntelligenceV2Transcript,
  at: 'operatorResults',
  key: 'operatorSid',
  about: 'What one language operator found in a transcript.',
  fields: {
    operatorType: t
      .enum(
        'conversation-classify',
        'utterance-classify',
        'extract',
        'extract-normalize',
        'pii-extract',
        'text-generation',
        'json',
      )
      .about('Kind of operator. It decides which of the other fields have a value.'),
    name: t.string.about('Name of the operator.'),
    operatorSid: t.ref('IntelligenceV2Operator'),
    extractMatch: t.boolean.about('Whether an extracting operator found something.'),
    matchProbability: t.float.about('Confidence of the match, from 0 to 1.'),
    normalizedResult: t.string.pii.about('What was found, in a uniform format, such as a date.'),
    utteranceResults: t.json.pii.list.about('Sentences that match, with their index and the matching part.'),
    utteranceMatch: t.boolean.about('Whether any sentence matches.'),
    predictedLabel: t.string.about('Class that a classifying operator gives to the conversation.'),
    predictedProbability: t.float.about('Confidence in `predictedLabel`, from 0 to 1.'),
    labelProbabilities: t.json.about('JSON object: class → confidence from 0 to 1.'),
    extractResults: t.json.pii.about('Texts that an extracting operator found.'),
    textGenerationResults: t.json.pii.about(
      'Text that a generating operator wrote, such as a summary: `format` and `result`.',
    ),
    jsonResults: t.json.pii.about('Result of an operator that gives back JSON.'),
    transcriptSid: t.ref('IntelligenceV2Transcript'),
    url: t.omit,
  },
  filters: {
    redacted: t.boolean.about(
      'Whether to give the version without personal data. Default: true if the service redacts.',
    ),
  },
  fetch: {
    redacted: t.boolean.about(
      'Whether to give the version without personal data. Default: true if the service redacts.',
    ),
  },
});
