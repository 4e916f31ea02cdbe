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
    error: t
      .object('Error', {
        type: t.string.about('URL that identifies the kind of problem.'),
        title: t.string,
        status: t.int.about('HTTP status.'),
        detail: t.string,
        instance: t.string.about('URL of this occurrence.'),
      })
      .about('Why it failed; null otherwise.'),
    related: t.json.about('IDs of what the operation concerns, by name, such as `conversationId`.'),
  },
  fetch: true,
  terminal: { status: ['COMPLETED', 'FAILED'] },
});
