/** Context of a step. */
import { entity, t } from '../../../../../../model/index.ts';
import { ExecutionStep } from '../executionStep.ts';

export const ExecutionStepContext = entity('ExecutionStepContext', {
  in: ExecutionStep,
  at: 'stepContext',
  one: 'stepContext',
  about: 'The variables at a step of an execution.',
  fields: {
    accountSid: t.ref('Account'),
    context: t.json.pii.about(
      'The variables that widgets had set by this step: `flow`, `contact`, `trigger` and `widgets`.',
    ),
    executionSid: t.ref('Execution'),
    flowSid: t.ref('StudioFlow'),
    stepSid: t.ref('ExecutionStep'),
    url: t.omit,
  },
  fetch: true,
});
