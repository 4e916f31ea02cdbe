/** Versions of a schema. */
import { entity, t } from '../../../../model/index.ts';
import { EventSchema } from '../schema.ts';

export const EventSchemaVersion = entity('EventSchemaVersion', {
  in: EventSchema,
  at: 'versions',
  key: 'schemaVersion',
  one: 'version',
  about: "One version of an event's JSON schema.",
  fields: { id: t.string.as('twilioId'), schemaVersion: t.int, dateCreated: t.dateTime, url: t.omit, raw: t.url },
  filters: {},
  fetch: true,
});
