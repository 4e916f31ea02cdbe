/** Engagements of a flow. */
import { entity, t } from '../../../../model/index.ts';
import { StudioV1Flow } from '../flow.ts';

export const StudioV1Engagement = entity('StudioV1Engagement', {
  in: StudioV1Flow,
  at: 'engagements',
  sid: 'FN',
  about: "A person's run through a flow, oldest form.",
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
  filters: {},
  create: { to: t.phone.required, from: t.phone.required, parameters: t.json.pii },
  remove: true,
  fetch: true,
  paid: ['create'],
  terminal: { status: ['ended'] },
});
