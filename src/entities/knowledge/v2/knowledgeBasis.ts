/** Knowledge bases. */
import { entity, t } from '../../../model/index.ts';
import { knowledge } from './product.ts';

export const KnowledgeBase = entity('KnowledgeBase', {
  in: knowledge,
  at: 'knowledgeBases',
  key: 'id',
  one: 'knowledgeBase',
  argument: 'kbId',
  maxPage: 100,
  etag: true,
  about: 'A collection of company knowledge that AI agents can search.',
  fields: {
    message: t.string.about("Twilio's confirmation of a write; null on a row that is read."),
    statusUrl: t.string.about("Twilio's URL of the operation that the write started."),
    displayName: t.string,
    description: t.string,
    id: t.string.as('twilioId'),
    status: t
      .enum('QUEUED', 'PROVISIONING', 'ACTIVE', 'FAILED', 'DELETING')
      .about('`QUEUED` and `PROVISIONING` lead to `ACTIVE` or `FAILED`. Only an active knowledge base can be used.'),
    createdAt: t.dateTime,
    updatedAt: t.dateTime,
    version: t.int.about('Grows by one with each change.'),
  },
  filters: { orderBy: t.enum('ASC', 'DESC') },
  create: { displayName: t.string.required, description: t.string },
  update: { displayName: t.string, description: t.string },
  headers: { update: { ifMatch: t.header('If-Match') } },
  remove: true,
  fetch: true,
});
