/** Step context of an execution step. */
import { entity, t } from '../../../../../../model/index.ts';
import { StudioV1ExecutionStep } from '../executionStep.ts';

export const StudioV1ExecutionStepContext = entity('StudioV1ExecutionStepContext', {
  in: StudioV1ExecutionStep,
  at: 'stepContext',
  about: 'The variables at a step (version 1).',
  fields: {
    accountSid: t.ref('Account'),
    context: t.json.pii.about(
      'The variables that widgets had set by this step: `flow`, `contact`, `trigger` and `widgets`.',
    ),
    executionSid: t.ref('StudioV1Execution'),
    flowSid: t.ref('StudioV1Flow'),
    stepSid: t.ref('StudioV1ExecutionStep'),
    url: t.omit,
  },
  fetch: true,
});
