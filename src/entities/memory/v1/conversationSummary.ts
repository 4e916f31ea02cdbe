/** Conversation summaries. */
import { entity, t } from '../../../model/index.ts';
import { memory } from './product.ts';
import { MemoryProfile } from './profile.ts';

export const MemoryConversationSummary = entity('MemoryConversationSummary', {
  in: memory,
  at: 'conversationSummaries',
  by: MemoryProfile,
  key: 'id',
  argument: 'summaryId',
  about: 'A summary of a past conversation kept on a profile.',
  fields: {
    message: t.string,
    source: t.string,
    content: t.string.pii,
    occurredAt: t.dateTime,
    conversationId: t.ref('ConversationsV2Conversation'),
    id: t.string.as('twilioId'),
    createdAt: t.dateTime,
    updatedAt: t.dateTime,
  },
  filters: { conversationId: t.equal, acceptEncoding: t.string },
  create: {
    summaries: t.object('Summaries', {
      source: t.string,
      content: t.string.required,
      occurredAt: t.dateTime.required,
      conversationId: t.string.required,
    }).pii.list.required,
  },
  update: { source: t.string, content: t.string.pii, occurredAt: t.dateTime, conversationId: t.string },
  with: 'patch',
  remove: true,
  fetch: true,
});
