/** The resources of events. */

export { EventType } from './v1/eventType.ts';
export { EventSchemaVersion } from './v1/schema/schemaVersion.ts';
export { EventSchema } from './v1/schema.ts';
export { EventSinkTest } from './v1/sink/sinkTest.ts';
export { EventSinkValidation } from './v1/sink/sinkValidate.ts';
export { EventSink } from './v1/sink.ts';
export { SubscribedEvent } from './v1/subscription/subscribedEvent.ts';
export { EventSubscription } from './v1/subscription.ts';
