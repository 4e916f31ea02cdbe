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
    status: t
      .enum('PENDING', 'RUNNING', 'CANCELLED', 'COMPLETED', 'FAILED')
      .about('`PENDING` and `RUNNING` lead to `COMPLETED`, `FAILED` or `CANCELLED`.'),
    createdAt: t.dateTime,
    statusUrl: t.url.about("Twilio's URL of this operation."),
    completedAt: t.dateTime.about('When it ended; null before.'),
    result: t
      .object('Result', { type: t.string, id: t.string })
      .about('What the operation made or changed; null unless completed.'),
    error: t
      .object('Error', {
        type: t.string.about("URI of Twilio's page on the error."),
        title: t.string,
        code: t.int.about("Twilio's error code."),
        detail: t.string.about('What went wrong in this case.'),
      })
      .about('Why the operation failed; null unless it did.'),
    resultUrl: t.url.about("Twilio's URL of what the operation made or changed."),
  },
  fetch: true,
  terminal: { status: ['COMPLETED', 'FAILED', 'CANCELLED'] },
});
