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
  about: 'A widget an engagement passed through.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    flowSid: t.ref('StudioV1Flow'),
    engagementSid: t.ref('StudioV1Engagement'),
    name: t.string,
    context: t.json.pii,
    parentStepSid: t.sid,
    transitionedFrom: t.string,
    transitionedTo: t.string,
    type: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  filters: {},
  fetch: true,
});
