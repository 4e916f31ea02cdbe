/** Memory observation revision. */
import { entity, t } from '../../../model/index.ts';
import { MemoryObservation } from './observation.ts';
import { memory } from './product.ts';

export const MemoryObservationRevision = entity('MemoryObservationRevision', {
  in: memory,
  at: 'revisions',
  by: MemoryObservation,
  one: 'revision',
  about: 'An earlier wording of an observation.',
  fields: {
    content: t.string.pii.about('The fact as text.'),
    occurredAt: t.dateTime.about('When the fact was observed. `createdAt` is when it was stored.'),
    source: t.string.about('Which program observed it.'),
    conversationIds: t.refs('ConversationsV2Conversation').about('IDs of the conversations that the fact comes from.'),
    id: t.string.as('twilioId'),
    createdAt: t.dateTime,
    updatedAt: t.dateTime,
  },
  filters: { acceptEncoding: t.string.about('Compressions that the client accepts, such as gzip.') },
});
