/** Context of an execution. */
import { entity, t } from '../../../../../model/index.ts';
import { Execution } from '../execution.ts';

export const ExecutionContext = entity('ExecutionContext', {
  in: Execution,
  at: 'executionContext',
  about: 'The variables of an execution.',
  fields: {
    accountSid: t.ref('Account'),
    context: t.json.pii.about(
      'The variables that widgets have set so far: `flow`, `contact`, `trigger` and `widgets`.',
    ),
    flowSid: t.ref('StudioFlow'),
    executionSid: t.ref('Execution'),
    url: t.omit,
  },
  fetch: true,
});
