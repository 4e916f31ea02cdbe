/** Notification of a service. */
import { entity, t } from '../../../../model/index.ts';
import { NotifyService } from '../service.ts';

export const NotifyNotification = entity('NotifyNotification', {
  in: NotifyService,
  at: 'notifications',
  inside: ['notification', 'notifications'],
  about: 'Sends a notification to many people over push, SMS and more.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('NotifyService'),
    dateCreated: t.dateTime,
    identities: t.string.pii.list.about('Users to notify, as your application calls them.'),
    tags: t.string.pii.list.about('Tags of the bindings to notify. A binding must have all of them.'),
    segments: t.string.list.about('Groups of users that got it; no longer supported.'),
    priority: t
      .enum('high', 'low')
      .about('`HIGH`: sent at once, and wakes a sleeping device. `LOW`: may be delayed. Default: HIGH.'),
    ttl: t.int.about('Seconds during which delivery is attempted, at most 2419200 (four weeks), which is the default.'),
    title: t.string.pii,
    body: t.string.pii,
    sound: t.string.about('Name of the sound that the app plays.'),
    action: t.string.about('Name of the action that the app offers or takes.'),
    data: t.json.pii.about('JSON object of your own for the app.'),
    apn: t.json.pii.about("JSON that replaces parts of the notification for Apple's push service."),
    gcm: t.json.pii,
    fcm: t.json.pii.about('JSON that replaces parts of the notification for Firebase Cloud Messaging.'),
    sms: t.json.pii.about('JSON that replaces parts of the notification for SMS, such as `body`.'),
    facebookMessenger: t.json.pii,
    alexa: t.json.pii,
  },
  create: {
    body: t.string.pii,
    priority: t.enum('high', 'low'),
    ttl: t.int,
    title: t.string.pii,
    sound: t.string,
    action: t.string,
    data: t.json.pii,
    apn: t.json.pii,
    gcm: t.json.pii,
    sms: t.json.pii,
    facebookMessenger: t.json.pii,
    fcm: t.json.pii,
    segment: t.string.list,
    alexa: t.json.pii,
    toBinding: t.string.pii.destination.list.about(
      'Recipients without a binding: JSON texts such as `{"binding_type":"sms","address":"+14155550100"}`.',
    ),
    deliveryCallbackUrl: t.url.about('URL to which Twilio reports deliveries.'),
    identity: t.string.pii.list.about('Users to notify, as your application calls them.'),
    tag: t.string.pii.list.about('Tags of the bindings to notify, at most 5. `all` selects every binding.'),
  },
  paid: ['create'],
});
