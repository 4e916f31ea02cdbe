/** Event types. */
import { entity, t } from '../../../model/index.ts';
import { events } from './product.ts';

export const EventType = entity('EventType', {
  in: events,
  at: 'eventTypes',
  key: 'type',
  one: 'eventType',
  about: 'A kind of event that Event Streams can deliver, and whether it is available.',
  fields: {
    type: t.string,
    schemaId: t.ref('EventSchema'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    description: t.string,
    status: t.string,
    documentationUrl: t.string,
    url: t.omit,
    links: t.omit,
  },
  filters: { schemaId: t.equal },
  fetch: true,
});
