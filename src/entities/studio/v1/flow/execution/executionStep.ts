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
  about: 'A widget an execution passed through (version 1).',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    flowSid: t.ref('StudioV1Flow'),
    executionSid: t.ref('StudioV1Execution'),
    parentStepSid: t.sid,
    name: t.string,
    context: t.json.pii,
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
