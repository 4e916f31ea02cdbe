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
    content: t.string.pii.about('Text of the piece.'),
    createdAt: t.dateTime,
    chunkIndex: t.int.about('Place of the piece in its document, counted from 0.'),
    documentTitle: t.string.about('Title of the page, or name of the file.'),
    documentUrl: t.url.about('URL of the page; null unless the source is a website.'),
    documentNumber: t.int.about('Page number, counted from 1; null unless the document is a PDF file.'),
  },
  filters: {},
});
