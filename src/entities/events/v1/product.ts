/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const events = product('events.v1', (twilio) => twilio.events.v1, {
  entry: 'events',
  prefix: 'Event',
  about: "Event Streams: subscriptions that deliver Twilio's events to your webhook, queue or stream.",
});
