/** Knowledge search. */
import { entity, t } from '../../../model/index.ts';
import { KnowledgeBase } from './knowledgeBasis.ts';
import { knowledge } from './product.ts';

export const KnowledgeSearch = entity('KnowledgeSearch', {
  in: knowledge,
  at: 'search',
  by: KnowledgeBase,
  about: 'A search of a knowledge base: the passages that fit best.',
  fields: {
    chunks: t
      .object('Chunks', {
        content: t.string.about('Text of the passage.'),
        createdAt: t.dateTime,
        chunkIndex: t.int.about('Place of the passage in its document, counted from 0.'),
        documentTitle: t.string.about('Title of the page, or name of the file.'),
        documentUrl: t.string.about('URL of the page; null unless the source is a website.'),
        documentNumber: t.int.about('Page number, counted from 1; null unless the document is a PDF file.'),
        score: t.float.about('The higher, the better the passage fits.'),
        knowledgeId: t.string.about('ID of the knowledge source that holds the passage.'),
      })
      .list.about('The passages that fit best, best first.'),
  },
  create: {
    query: t.string.pii.required.about('What to search for, in plain words.'),
    top: t.int.required.about('How many passages to return at most.'),
    knowledgeIds: t.string.list.about('IDs of the sources to search. Default: all of the knowledge base.'),
  },
  paid: ['create'],
});
