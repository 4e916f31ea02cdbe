/** Operations. */
import { entity, t } from '../../../model/index.ts';
import { conversationsV2 } from './product.ts';

export const ConversationsV2Operation = entity('ConversationsV2Operation', {
  in: conversationsV2,
  at: 'operations',
  key: t.given('id'),
  about: 'Progress and outcome of a change to a configuration that runs in the background.',
  fields: {
    operationId: t.string,
    status: t.enum('PENDING', 'COMPLETED', 'FAILED'),
    createdAt: t.dateTime,
    completedAt: t.dateTime,
    statusUrl: t.url,
    error: t.object('Error', { type: t.string, title: t.string, status: t.int, detail: t.string, instance: t.string }),
    related: t.json,
  },
  fetch: true,
  terminal: { status: ['COMPLETED', 'FAILED'] },
});
