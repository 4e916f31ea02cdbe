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
    contactChannelAddress: t.string.pii.about(
      'Who runs through the flow: a phone number in E.164 format, a SIP address or `client:name`.',
    ),
    contactSid: t.sid.about('SID (FC…) of the contact: the person, as Studio knows them by address.'),
    flowVersion: t.int.about('Revision of the flow that runs.'),
    context: t.json.pii.about('The variables of the run, by the widget that set them.'),
    status: t
      .enum('active', 'ended')
      .about('`ACTIVE` while the person is in the flow, then `ENDED`. Write `ENDED` to stop the run.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    initiatedBy: t
      .refByPrefix({ CA: 'Call', SM: 'Message', MM: 'Message', CH: 'Conversation' }, 'initiator')
      .pii.about('What started the run: the SID of the incoming call or message, or of the API request.'),
    url: t.omit,
    links: t.omit,
  },
  filters: { status: t.equal, dateCreated: t.range.by('dateCreatedFrom', 'dateCreatedTo') },
  create: {
    to: t.phone.destination.required.about(
      'Whom the flow calls or writes to. In the flow: `{{contact.channel.address}}`.',
    ),
    from: t.phone.required.about(
      'Your number that the flow calls or writes from. In the flow: `{{flow.channel.address}}`.',
    ),
    parameters: t.json.pii.about('JSON object of your own. In the flow: `{{flow.data}}`.'),
  },
  update: { status: t.enum('active', 'ended').required },
  remove: true,
  fetch: true,
  limits: { create: { requests: 20, seconds: 1, of: 'account' } },
  paid: ['create'],
  terminal: { status: ['ended'] },
});
