/** Schemas. */
import { entity, t } from '../../../model/index.ts';
import { events } from './product.ts';

export const EventSchema = entity('EventSchema', {
  in: events,
  at: 'schemas',
  key: 'id',
  about: 'The JSON schema of an event type, with its latest version.',
  fields: {
    id: t.string.as('twilioId'),
    url: t.omit,
    links: t.omit,
    latestVersionDateCreated: t.dateTime.about('When the latest version was published.'),
    latestVersion: t.int.about('Number of the latest version.'),
  },
  relations: {
    latest: t.row('EventSchemaVersion', ['twilioId', 'latestVersion'], 'The newest version of the schema.'),
    eventTypes: t.many('EventType', { schemaId: 'twilioId' }, 'Types of events that have this form.'),
  },
  fetch: true,
});
