/** Step context of an engagement step. */
import { entity, t } from '../../../../../../model/index.ts';
import { StudioV1EngagementStep } from '../step.ts';

export const StudioV1EngagementStepContext = entity('StudioV1EngagementStepContext', {
  in: StudioV1EngagementStep,
  at: 'stepContext',
  about: 'The variables at a step of an engagement.',
  fields: {
    accountSid: t.ref('Account'),
    context: t.json.pii.about(
      'The variables that widgets had set by this step: `flow`, `contact`, `trigger` and `widgets`.',
    ),
    engagementSid: t.ref('StudioV1Engagement'),
    flowSid: t.ref('StudioV1Flow'),
    stepSid: t.ref('StudioV1EngagementStep'),
    url: t.omit,
  },
  fetch: true,
});
