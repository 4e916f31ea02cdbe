/** Steps of an execution. */
import { entity, t } from '../../../../../model/index.ts';
import { StudioV1Execution } from '../execution.ts';

export const StudioV1ExecutionStep = entity('StudioV1ExecutionStep', {
  in: StudioV1Execution,
  at: 'steps',
  sid: 'FT',
  plural: 'executionSteps',
  inside: ['step', 'steps'],
  argument: 'stepSid',
  about: 'A widget that an execution passed through (version 1).',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    flowSid: t.ref('StudioV1Flow'),
    executionSid: t.ref('StudioV1Execution'),
    parentStepSid: t.sid.about(
      'SID (FT…) of the step in the parent flow that started this subflow; null outside a subflow.',
    ),
    name: t.string.about('Name of the event that led to this step, such as `incomingMessage` or `noInput`.'),
    context: t.json.pii.about('The variables of the run at this step.'),
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
