/** Channel senders of a service. */
import { entity, t } from '../../../../model/index.ts';
import { MessagingService } from '../service.ts';

export const MessagingServiceChannelSender = entity('MessagingServiceChannelSender', {
  in: MessagingService,
  at: 'channelSenders',
  sid: 'XE',
  plural: 'serviceChannelSenders',
  inside: ['channelSender', 'channelSenders'],
  about: "A WhatsApp, RCS or other sender in a messaging service's pool.",
  fields: {
    accountSid: t.ref('Account'),
    messagingServiceSid: t.ref('MessagingService'),
    sid: t.ref('MessagingChannelSender', 'channelsSender'),
    sender: t.string.pii.about('Address with its channel, such as whatsapp:+14155550100.'),
    senderType: t.string.about('Channel, such as WhatsApp or Messenger.'),
    countryCode: t.string.about("Two-letter country code of the sender's number; null for a sender without one."),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  create: { sid: t.sid.required },
  remove: true,
  fetch: true,
  admin: ['create', 'remove'],
});
