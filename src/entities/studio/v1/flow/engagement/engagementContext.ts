/** Context of an engagement. */
import { entity, t } from '../../../../../model/index.ts';
import { StudioV1Engagement } from '../engagement.ts';

export const StudioV1EngagementContext = entity('StudioV1EngagementContext', {
  in: StudioV1Engagement,
  at: 'engagementContext',
  about: 'The variables of an engagement.',
  fields: {
    accountSid: t.ref('Account'),
    context: t.json.pii.about(
      'The variables that widgets have set so far: `flow`, `contact`, `trigger` and `widgets`.',
    ),
    engagementSid: t.ref('StudioV1Engagement'),
    flowSid: t.ref('StudioV1Flow'),
    url: t.omit,
  },
  fetch: true,
});
