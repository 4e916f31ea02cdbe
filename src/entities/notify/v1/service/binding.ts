/** Bindings of a service. */
import { entity, t } from '../../../../model/index.ts';
import { NotifyService } from '../service.ts';

export const NotifyBinding = entity('NotifyBinding', {
  in: NotifyService,
  at: 'bindings',
  sid: 'BS',
  about: 'A device or phone number that a user is reached at.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('NotifyService'),
    credentialSid: t.ref('NotifyCredential'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    notificationProtocolVersion: t.string,
    endpoint: t.string.pii,
    identity: t.string.pii,
    bindingType: t.string,
    address: t.string.pii,
    tags: t.string.pii.list,
    url: t.omit,
    links: t.omit,
  },
  filters: { identity: t.equal.list, tag: t.string.pii.list, dateCreated: t.days.by('startDate', 'endDate') },
  create: {
    identity: t.string.pii.required,
    bindingType: t.enum('apn', 'gcm', 'sms', 'fcm', 'facebook-messenger', 'alexa').required,
    address: t.string.pii.required,
    tag: t.string.pii.list,
    notificationProtocolVersion: t.string,
    credentialSid: t.sid,
    endpoint: t.string.pii,
  },
  remove: true,
  fetch: true,
});
