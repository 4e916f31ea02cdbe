/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const events = product('events.v1', (twilio) => twilio.events.v1, {
  entry: 'events',
  prefix: 'Event',
  about: "Event Streams: Twilio's events, delivered to a sink of yours.",
});
