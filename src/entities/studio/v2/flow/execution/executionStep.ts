/** Steps of an execution. */
import { entity, t } from '../../../../../model/index.ts';
import { Execution } from '../execution.ts';

export const ExecutionStep = entity('ExecutionStep', {
  in: Execution,
  at: 'steps',
  sid: 'FT',
  one: 'step',
  about: 'A widget an execution passed through and how it left.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    flowSid: t.ref('StudioFlow'),
    executionSid: t.ref('Execution'),
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
