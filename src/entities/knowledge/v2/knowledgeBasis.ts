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
    message: t.string,
    statusUrl: t.string,
    displayName: t.string,
    description: t.string,
    id: t.string.as('twilioId'),
    status: t.enum('QUEUED', 'PROVISIONING', 'ACTIVE', 'FAILED', 'DELETING'),
    createdAt: t.dateTime,
    updatedAt: t.dateTime,
    version: t.int,
  },
  filters: { orderBy: t.enum('ASC', 'DESC') },
  create: { displayName: t.string.required, description: t.string },
  update: { displayName: t.string, description: t.string },
  headers: { update: { ifMatch: t.header('If-Match') } },
  remove: true,
  fetch: true,
});
