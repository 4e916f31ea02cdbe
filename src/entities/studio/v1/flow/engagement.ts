/** Engagements of a flow. */
import { entity, t } from '../../../../model/index.ts';
import { StudioV1Flow } from '../flow.ts';

export const StudioV1Engagement = entity('StudioV1Engagement', {
  in: StudioV1Flow,
  at: 'engagements',
  sid: 'FN',
  about: "A person's run through a flow, as Studio first called it: an execution.",
  fields: {
    sid: t.ref('StudioV1Execution', 'execution'),
    accountSid: t.ref('Account'),
    flowSid: t.ref('StudioV1Flow'),
    contactSid: t.sid.about('SID (FC…) of the contact: the person, as Studio knows them by address.'),
    contactChannelAddress: t.string.pii.about(
      'Who runs through the flow: a phone number in E.164 format, a SIP address or `client:name`.',
    ),
    context: t.json.pii.about('The variables of the run, by the widget that set them.'),
    status: t.enum('active', 'ended').about('`ACTIVE` while the person is in the flow, then `ENDED`.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  filters: {},
  create: {
    to: t.phone.destination.required.about(
      'Whom the flow calls or writes to. In the flow: `{{contact.channel.address}}`.',
    ),
    from: t.phone.required.about(
      'Your number that the flow calls or writes from. In the flow: `{{flow.channel.address}}`.',
    ),
    parameters: t.json.pii.about('JSON object of your own. In the flow: `{{flow.data}}`.'),
  },
  remove: true,
  fetch: true,
  paid: ['create'],
  terminal: { status: ['ended'] },
});
