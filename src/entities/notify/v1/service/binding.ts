/** Bindings of a service. */
import { entity, t } from '../../../../model/index.ts';
import { NotifyService } from '../service.ts';

export const NotifyBinding = entity('NotifyBinding', {
  in: NotifyService,
  at: 'bindings',
  sid: 'BS',
  about: 'A device or phone number at which a user is reached.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('NotifyService'),
    credentialSid: t.ref('NotifyCredential'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    notificationProtocolVersion: t.string,
    endpoint: t.string.pii,
    identity: t.string.pii.about('The user, as your application calls them.'),
    bindingType: t.string.about('`apn`, `fcm`, `gcm`, `sms` or `facebook-messenger`.'),
    address: t.string.pii.about(
      'Token of the device at its push service, or a phone number in E.164 format for `sms`.',
    ),
    tags: t.string.pii.list.about('Tags by which notifications select the binding, at most 20.'),
    url: t.omit,
    links: t.omit,
  },
  filters: {
    identity: t.equal.list,
    tag: t.string.pii.list.about('Tags that the binding must have.'),
    dateCreated: t.days.by('startDate', 'endDate'),
  },
  create: {
    identity: t.string.pii.required,
    bindingType: t.enum('apn', 'gcm', 'sms', 'fcm', 'facebook-messenger', 'alexa').required,
    address: t.string.pii.destination.required,
    tag: t.string.pii.list.about('Tags by which notifications select the binding, at most 20.'),
    notificationProtocolVersion: t.string,
    credentialSid: t.sid,
    endpoint: t.string.pii,
  },
  remove: true,
  fetch: true,
});
