/** Operations. */
import { entity, t } from '../../../model/index.ts';
import { memory } from './product.ts';

export const MemoryOperation = entity('MemoryOperation', {
  in: memory,
  at: 'operations',
  key: 'operationId',
  about: 'Progress and outcome of a memory change that runs in the background.',
  fields: {
    operationId: t.string,
    status: t.enum('PENDING', 'RUNNING', 'CANCELLED', 'COMPLETED', 'FAILED'),
    createdAt: t.dateTime,
    statusUrl: t.url,
    completedAt: t.dateTime,
    result: t.object('Result', { type: t.string, id: t.string }),
    error: t.object('Error', { type: t.string, title: t.string, code: t.int, detail: t.string }),
    resultUrl: t.url,
  },
  fetch: true,
  terminal: { status: ['COMPLETED', 'FAILED', 'CANCELLED'] },
});
