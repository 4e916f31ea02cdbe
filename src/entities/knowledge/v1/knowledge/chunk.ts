/** Chunks of a knowledge source. */
import { entity, t } from '../../../../model/index.ts';
import { KnowledgeV1Source } from '../knowledge.ts';

export const KnowledgeV1Chunk = entity('KnowledgeV1Chunk', {
  in: KnowledgeV1Source,
  at: 'chunks',
  inside: ['chunk', 'chunks'],
  about: 'A piece of a knowledge source as stored for search.',
  fields: {
    accountSid: t.ref('Account'),
    content: t.string.pii.about('Text of the piece.'),
    metadata: t.json.about('Where in the source the piece comes from, as JSON.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  filters: {},
});
