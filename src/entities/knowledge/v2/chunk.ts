/** Knowledge chunk. */
import { entity, t } from '../../../model/index.ts';
import { KnowledgeSource } from './knowledge.ts';
import { knowledge } from './product.ts';

export const KnowledgeChunk = entity('KnowledgeChunk', {
  in: knowledge,
  at: 'chunks',
  by: KnowledgeSource,
  about: 'A piece of a knowledge source as stored for search.',
  fields: {
    content: t.string.pii,
    createdAt: t.dateTime,
    chunkIndex: t.int,
    documentTitle: t.string,
    documentUrl: t.url,
    documentNumber: t.int,
  },
  filters: {},
});
