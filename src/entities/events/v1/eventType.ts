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
    type: t.string.about('Name of the event type, such as `com.twilio.messaging.message.delivered`.'),
    schemaId: t.ref('EventSchema').about("ID of the JSON Schema that describes the event's data."),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    description: t.string,
    status: t.string.about(
      '`available`, `deprecated`, `restricted` or `discontinued`. Only an available type can be subscribed to by everyone.',
    ),
    documentationUrl: t.string.about("URL of Twilio's page on the event type."),
    url: t.omit,
    links: t.omit,
  },
  filters: { schemaId: t.equal },
  fetch: true,
});
