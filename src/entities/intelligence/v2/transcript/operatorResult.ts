/** Operator results of a transcript. */
import { entity, t } from '../../../../model/index.ts';
import { IntelligenceV2Transcript } from '../transcript.ts';

export const IntelligenceV2OperatorResult = entity('IntelligenceV2OperatorResult', {
  in: IntelligenceV2Transcript,
  at: 'operatorResults',
  key: 'operatorSid',
  about: 'What one operator found in a transcript.',
  fields: {
    operatorType: t.enum(
      'conversation-classify',
      'utterance-classify',
      'extract',
      'extract-normalize',
      'pii-extract',
      'text-generation',
      'json',
    ),
    name: t.string,
    operatorSid: t.ref('IntelligenceV2Operator'),
    extractMatch: t.boolean,
    matchProbability: t.float,
    normalizedResult: t.string.pii,
    utteranceResults: t.json.pii.list,
    utteranceMatch: t.boolean,
    predictedLabel: t.string,
    predictedProbability: t.float,
    labelProbabilities: t.json,
    extractResults: t.json.pii,
    textGenerationResults: t.json.pii,
    jsonResults: t.json.pii,
    transcriptSid: t.ref('IntelligenceV2Transcript'),
    url: t.omit,
  },
  filters: { redacted: t.boolean },
  fetch: { redacted: t.boolean },
});
