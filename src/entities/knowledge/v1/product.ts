/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const knowledgeV1 = product('knowledge.v1', (twilio) => twilio.knowledge.v1, {
  entry: 'knowledgeV1',
  prefix: 'KnowledgeV1',
  about: 'The first version of knowledge sources.',
  deprecated: 'Use `knowledge`.',
  body: 'json',
});
