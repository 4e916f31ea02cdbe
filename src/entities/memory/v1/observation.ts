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
    message: t.string,
    content: t.string.pii,
    occurredAt: t.dateTime,
    source: t.string,
    conversationIds: t.string.list,
    id: t.string.as('twilioId'),
    createdAt: t.dateTime,
    updatedAt: t.dateTime,
  },
  filters: {
    orderBy: t.enum('ASC', 'DESC'),
    source: t.equal,
    conversationId: t.string,
    acceptEncoding: t.string,
    createdAt: t.range.by('createdAfter', 'createdBefore'),
  },
  create: {
    observations: t.object('Observations', {
      content: t.string.required,
      occurredAt: t.dateTime.required,
      source: t.string.required,
      conversationIds: t.string.list,
    }).pii.list.required,
  },
  update: { content: t.string.pii, occurredAt: t.dateTime, source: t.string, conversationIds: t.string.list },
  with: 'patch',
  remove: true,
  fetch: true,
});
