/** Subscribed events of a subscription. */
import { entity, t } from '../../../../model/index.ts';
import { EventSubscription } from '../subscription.ts';

export const SubscribedEvent = entity('SubscribedEvent', {
  in: EventSubscription,
  at: 'subscribedEvents',
  key: 'type',
  about: 'One event type inside a subscription and the schema version it comes in.',
  fields: {
    accountSid: t.ref('Account'),
    type: t.string.about('Name of the event type, such as `com.twilio.messaging.message.delivered`.'),
    schemaVersion: t.int.about("Version of the event's schema in which it is delivered."),
    subscriptionSid: t.ref('EventSubscription'),
    url: t.omit,
  },
  relations: {
    eventType: t.row('EventType', ['type'], 'The type of event that is subscribed to.'),
  },
  filters: {},
  create: { type: t.string.required, schemaVersion: t.int },
  update: { schemaVersion: t.int },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
