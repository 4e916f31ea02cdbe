/** Executions of a flow. */
import { entity, t } from '../../../../model/index.ts';
import { StudioFlow } from '../flow.ts';

export const Execution = entity('Execution', {
  in: StudioFlow,
  at: 'executions',
  sid: 'FN',
  about: "A person's run through a Studio flow.",
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    flowSid: t.ref('StudioFlow'),
    contactChannelAddress: t.string.pii,
    contactSid: t.sid,
    flowVersion: t.int,
    context: t.json.pii,
    status: t.enum('active', 'ended'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    initiatedBy: t.string.pii,
    url: t.omit,
    links: t.omit,
  },
  filters: { status: t.equal, dateCreated: t.range.by('dateCreatedFrom', 'dateCreatedTo') },
  create: { to: t.phone.required, from: t.phone.required, parameters: t.json.pii },
  update: { status: t.enum('active', 'ended').required },
  remove: true,
  fetch: true,
  paid: ['create'],
  terminal: { status: ['ended'] },
});
