/** Operations. */
import { entity, t } from '../../../model/index.ts';
import { knowledge } from './product.ts';

export const KnowledgeOperation = entity('KnowledgeOperation', {
  in: knowledge,
  at: 'operations',
  key: 'operationId',
  about: 'Progress and outcome of a change to a knowledge base that runs in the background.',
  fields: {
    operationId: t.string,
    status: t.enum('PENDING', 'RUNNING', 'CANCELLED', 'COMPLETED', 'FAILED'),
    createdAt: t.dateTime,
    statusUrl: t.url,
    completedAt: t.dateTime,
    result: t.object('Result', { id: t.string, type: t.string }),
    error: t.object('Error', { type: t.string, title: t.string, code: t.int, detail: t.string }),
    resultUrl: t.url,
  },
  fetch: true,
  terminal: { status: ['COMPLETED', 'FAILED', 'CANCELLED'] },
});
