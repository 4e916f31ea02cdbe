/** Sinks. */
import { entity, t } from '../../../model/index.ts';
import { events } from './product.ts';

export const EventSink = entity('EventSink', {
  in: events,
  at: 'sinks',
  sid: 'DG',
  about: 'Where events are delivered: a webhook, Kinesis, Segment or another target.',
  fields: {
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    description: t.string,
    sid: t.sid,
    sinkConfiguration: t.omit,
    sinkType: t.enum('kinesis', 'webhook', 'segment', 'email').about('Kind of target.'),
    status: t
      .enum('initialized', 'validating', 'active', 'failed')
      .about(
        '`INITIALIZED` and `VALIDATING` until the target has confirmed a test event; then `ACTIVE`. Only an active sink receives events.',
      ),
    url: t.omit,
    links: t.omit,
  },
  relations: {
    subscriptions: t.many('EventSubscription', { sinkSid: 'sid' }, 'Subscriptions whose events the sink receives.'),
  },
  batch: 'whole',
  filters: { inUse: t.boolean.about('Whether a subscription must use the sink.'), status: t.equal },
  create: {
    description: t.string.required,
    sinkConfiguration: t.json.pii.required,
    sinkType: t.enum('kinesis', 'webhook', 'segment', 'email').required,
  },
  update: { description: t.string.required },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
