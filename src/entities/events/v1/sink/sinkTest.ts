/** Test of a sink. */
import { entity, t } from '../../../../model/index.ts';
import { EventSink } from '../sink.ts';

export const EventSinkTest = entity('EventSinkTest', {
  in: EventSink,
  at: 'sinkTest',
  about: 'Sends a test event to a sink.',
  fields: { result: t.string.about('`submitted` if the test event was sent. It arrives at the target later.') },
  create: {},
  paid: ['create'],
});
