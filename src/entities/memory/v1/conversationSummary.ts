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
    message: t.string.about("Twilio's confirmation of a write; null on a row that is read."),
    source: t.string.about('Which program wrote the summary.'),
    content: t.string.pii.about('Text of the summary.'),
    occurredAt: t.dateTime.about('When the summary was written. `createdAt` is when it was stored.'),
    conversationId: t.ref('ConversationsV2Conversation'),
    id: t.string.as('twilioId'),
    createdAt: t.dateTime,
    updatedAt: t.dateTime,
  },
  filters: {
    conversationId: t.equal,
    acceptEncoding: t.string.about('Compressions that the client accepts, such as gzip.'),
  },
  create: {
    summaries: t.object('Summaries', {
      source: t.string.about('Which program wrote the summary.'),
      content: t.string.required.about('Text of the summary.'),
      occurredAt: t.dateTime.required.about('When the summary was written.'),
      conversationId: t.string.required.about('ID of the conversation that is summed up.'),
    }).pii.list.required,
  },
  update: { source: t.string, content: t.string.pii, occurredAt: t.dateTime, conversationId: t.string },
  with: 'patch',
  remove: true,
  fetch: true,
});
