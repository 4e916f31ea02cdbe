/** Context of an execution. */
import { entity, t } from '../../../../../model/index.ts';
import { StudioV1Execution } from '../execution.ts';

export const StudioV1ExecutionContext = entity('StudioV1ExecutionContext', {
  in: StudioV1Execution,
  at: 'executionContext',
  about: 'The variables of an execution (version 1).',
  fields: {
    accountSid: t.ref('Account'),
    context: t.json.pii.about(
      'The variables that widgets have set so far: `flow`, `contact`, `trigger` and `widgets`.',
    ),
    flowSid: t.ref('StudioV1Flow'),
    executionSid: t.ref('StudioV1Execution'),
    url: t.omit,
  },
  fetch: true,
});
