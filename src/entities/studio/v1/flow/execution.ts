/** Executions of a flow. */
import { entity, t } from '../../../../model/index.ts';
import { StudioV1Flow } from '../flow.ts';

export const StudioV1Execution = entity('StudioV1Execution', {
  in: StudioV1Flow,
  at: 'executions',
  sid: 'FN',
  about: "A person's run through a flow, first version.",
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    flowSid: t.ref('StudioV1Flow'),
    contactSid: t.sid,
    contactChannelAddress: t.string.pii,
    context: t.json.pii,
    status: t.enum('active', 'ended'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  filters: { dateCreated: t.range.by('dateCreatedFrom', 'dateCreatedTo') },
  create: { to: t.phone.required, from: t.phone.required, parameters: t.json.pii },
  update: { status: t.enum('active', 'ended').required },
  remove: true,
  fetch: true,
  paid: ['create'],
  terminal: { status: ['ended'] },
});
