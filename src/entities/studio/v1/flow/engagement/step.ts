/** Steps of an engagement. */
import { entity, t } from '../../../../../model/index.ts';
import { StudioV1Engagement } from '../engagement.ts';

export const StudioV1EngagementStep = entity('StudioV1EngagementStep', {
  in: StudioV1Engagement,
  at: 'steps',
  sid: 'FT',
  plural: 'engagementSteps',
  inside: ['step', 'steps'],
  argument: 'stepSid',
  about: 'A widget that an engagement passed through.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    flowSid: t.ref('StudioV1Flow'),
    engagementSid: t.ref('StudioV1Engagement'),
    name: t.string.about('Name of the event that led to this step, such as `incomingMessage` or `noInput`.'),
    context: t.json.pii.about('The variables of the run at this step.'),
    parentStepSid: t.sid.about(
      'SID (FT…) of the step in the parent flow that started this subflow; null outside a subflow.',
    ),
    transitionedFrom: t.string.about('Name of the widget that the step leaves.'),
    transitionedTo: t.string.about('Name of the widget that the step leads to.'),
    type: t.string.about('Type of the widget, such as `send-message`.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  filters: {},
  fetch: true,
});
