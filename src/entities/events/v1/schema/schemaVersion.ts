/** Versions of a schema. */
import { entity, t } from '../../../../model/index.ts';
import { EventSchema } from '../schema.ts';

export const EventSchemaVersion = entity('EventSchemaVersion', {
  in: EventSchema,
  at: 'versions',
  key: 'schemaVersion',
  one: 'version',
  about: "One version of an event's JSON schema.",
  fields: {
    id: t.string.as('twilioId'),
    schemaVersion: t.int.about('Number of this version, from 1.'),
    dateCreated: t.dateTime,
    url: t.omit,
    raw: t.url.about('URL of the JSON Schema itself.'),
  },
  filters: {},
  fetch: true,
});
