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
    actorSid: t.refByPrefix({ AC: 'Account' }, 'actorAccount'),
    actorType: t.string,
    description: t.string,
    eventData: t.omit,
    eventDate: t.dateTime,
    eventType: t.string,
    resourceSid: t.refByPrefix({
      CA: 'Call',
      SM: 'Message',
      MM: 'Message',
      CF: 'Conference',
      RE: 'Recording',
      PN: 'IncomingPhoneNumber',
      AP: 'Application',
    }),
    resourceType: t.string,
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
