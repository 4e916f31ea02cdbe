/** Knowledge search. */
import { entity, t } from '../../../model/index.ts';
import { KnowledgeBase } from './knowledgeBasis.ts';
import { knowledge } from './product.ts';

export const KnowledgeSearch = entity('KnowledgeSearch', {
  in: knowledge,
  at: 'search',
  by: KnowledgeBase,
  about: 'Searches a knowledge base and returns the best passages.',
  fields: {
    chunks: t.object('Chunks', {
      content: t.string,
      createdAt: t.dateTime,
      chunkIndex: t.int,
      documentTitle: t.string,
      documentUrl: t.string,
      documentNumber: t.int,
      score: t.int,
      knowledgeId: t.string,
    }).list,
  },
  create: { query: t.string.pii.required, top: t.int.required, knowledgeIds: t.string.list },
  paid: ['create'],
});
