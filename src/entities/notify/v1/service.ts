/** Services. */
import { entity, t } from '../../../model/index.ts';
import { notify } from './product.ts';

const settings = {
  friendlyName: t.string,
  apnCredentialSid: t.sid,
  gcmCredentialSid: t.sid,
  messagingServiceSid: t.sid,
  facebookMessengerPageId: t.string,
  defaultApnNotificationProtocolVersion: t.string,
  defaultGcmNotificationProtocolVersion: t.string,
  fcmCredentialSid: t.sid,
  defaultFcmNotificationProtocolVersion: t.string,
  logEnabled: t.boolean,
  alexaSkillId: t.string,
  defaultAlexaNotificationProtocolVersion: t.string,
  deliveryCallbackUrl: t.url,
  deliveryCallbackEnabled: t.boolean,
};

export const NotifyService = entity('NotifyService', {
  in: notify,
  at: 'services',
  sid: 'IS',
  about: 'A notification system with its senders and keys.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    apnCredentialSid: t.ref('NotifyCredential').about("SID (CR…) of the credential for Apple's push service."),
    gcmCredentialSid: t
      .ref('NotifyCredential')
      .about('SID (CR…) of the credential for Google Cloud Messaging, which Google has shut down.'),
    fcmCredentialSid: t.ref('NotifyCredential').about('SID (CR…) of the credential for Firebase Cloud Messaging.'),
    messagingServiceSid: t.ref('MessagingService'),
    facebookMessengerPageId: t.string,
    defaultApnNotificationProtocolVersion: t.string,
    defaultGcmNotificationProtocolVersion: t.string,
    defaultFcmNotificationProtocolVersion: t.string,
    logEnabled: t.boolean.about('Whether notifications are logged. Default: true.'),
    url: t.omit,
    links: t.omit,
    alexaSkillId: t.string,
    defaultAlexaNotificationProtocolVersion: t.string,
    deliveryCallbackUrl: t.string.about('URL to which Twilio reports deliveries.'),
    deliveryCallbackEnabled: t.boolean.about('Whether deliveries are reported. Default: false.'),
  },
  filters: { friendlyName: t.equal },
  create: { ...settings },
  update: { ...settings },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
