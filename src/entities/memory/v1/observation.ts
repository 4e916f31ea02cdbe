/** Observations. */
import { entity, t } from '../../../model/index.ts';
import { memory } from './product.ts';
import { MemoryProfile } from './profile.ts';

export const MemoryObservation = entity('MemoryObservation', {
  in: memory,
  at: 'observations',
  by: MemoryProfile,
  key: 'id',
  argument: 'observationId',
  about: 'A fact about a customer, taken from a conversation.',
  fields: {
    message: t.string.about("Twilio's confirmation of a write; null on a row that is read."),
    content: t.string.pii.about('The fact as text.'),
    occurredAt: t.dateTime.about('When the fact was observed. `createdAt` is when it was stored.'),
    source: t.string.about('Which program observed it.'),
    conversationIds: t.refs('ConversationsV2Conversation').about('IDs of the conversations that the fact comes from.'),
    id: t.string.as('twilioId'),
    createdAt: t.dateTime,
    updatedAt: t.dateTime,
  },
  filters: {
    orderBy: t.enum('ASC', 'DESC'),
    source: t.equal,
    conversationId: t.string.about('ID of a conversation that the fact must come from.'),
    acceptEncoding: t.string.about('Compressions that the client accepts, such as gzip.'),
    createdAt: t.range.by('createdAfter', 'createdBefore'),
  },
  create: {
    observations: t.object('Observations', {
      content: t.string.required.about('The fact as text.'),
      occurredAt: t.dateTime.required.about('When the fact was observed.'),
      source: t.string.required.about('Which program observed it.'),
      conversationIds: t.string.list.about('IDs of the conversations that the fact comes from.'),
    }).pii.list.required,
  },
  update: { content: t.string.pii, occurredAt: t.dateTime, source: t.string, conversationIds: t.string.list },
  with: 'patch',
  remove: true,
  fetch: true,
});
