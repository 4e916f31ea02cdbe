/** Subscriptions. */
import { entity, t } from '../../../model/index.ts';
import { events } from './product.ts';

export const EventSubscription = entity('EventSubscription', {
  in: events,
  at: 'subscriptions',
  sid: 'DF',
  about: 'Ties event types to the sink that receives them.',
  fields: {
    accountSid: t.ref('Account'),
    sid: t.sid,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    description: t.string,
    sinkSid: t.ref('EventSink').about('SID (DG…) of the sink that receives the events.'),
    url: t.omit,
    links: t.omit,
  },
  batch: 'whole',
  filters: { sinkSid: t.equal },
  create: {
    description: t.string.required,
    sinkSid: t.sid.required,
    types: t.json.list.about('Event types, each an object with `type` and, if not the latest, `schema_version`.')
      .required,
  },
  update: { description: t.string },
  remove: true,
  fetch: true,
  paid: ['create'],
  admin: ['create', 'remove', 'update'],
});
