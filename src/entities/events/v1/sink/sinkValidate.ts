/** Validation of a sink. */
import { entity, t } from '../../../../model/index.ts';
import { EventSink } from '../sink.ts';

export const EventSinkValidation = entity('EventSinkValidation', {
  in: EventSink,
  at: 'sinkValidate',
  inside: ['sinkValidation', 'sinkValidations'],
  about: 'Confirms a sink with the code found in the test event.',
  deprecated: 'Sinks need no validation any more: the answer is always that they are valid.',
  fields: { result: t.string.about('`valid` if the sink is confirmed.') },
  create: { testId: t.string.required.about("ID in the test event's `data.test_id`.") },
});
