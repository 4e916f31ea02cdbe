/** Events. */
import { entity, t } from '../../../model/index.ts';
import { monitor } from './product.ts';

export const MonitorEvent = entity('MonitorEvent', {
  in: monitor,
  at: 'events',
  sid: 'AE',
  about: 'Who changed what in the account, and when.',
  fields: {
    accountSid: t.ref('Account'),
    actorSid: t
      .refByPrefix({ AC: 'Account' }, 'actorAccount')
      .about('SID of who made the change: a user (US…) or an account (AC…). See `actorType`.'),
    actorType: t.string.about(
      "Who made the change: `user`, `account` (a request with the account's credentials), `twilio-admin` or `carrier`.",
    ),
    description: t.string,
    eventData: t.omit,
    eventDate: t.dateTime.about('When the change was recorded.'),
    eventType: t.string.about('What happened: type of resource and action, such as `message.deleted`.'),
    resourceSid: t
      .refByPrefix({
        CA: 'Call',
        SM: 'Message',
        MM: 'Message',
        CF: 'Conference',
        RE: 'Recording',
        PN: 'IncomingPhoneNumber',
        AP: 'Application',
      })
      .about('SID of what was changed.'),
    resourceType: t.string.about('Type of what was changed, such as `phone-number`.'),
    sid: t.sid,
    source: t.string.about('`web` for the Console, `api` for the API, `twilio` for Twilio itself.'),
    sourceIpAddress: t.string.pii.about('IP address from which the change came.'),
    url: t.omit,
    links: t.omit,
  },
  filters: {
    actorSid: t.equal,
    eventType: t.equal,
    resourceSid: t.equal,
    sourceIpAddress: t.equal,
    eventDate: t.days.by('startDate', 'endDate'),
  },
  fetch: true,
  paid: ['fetch'],
});
