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
    sid: t.ref('MessagingChannelSender'),
    sender: t.string.pii,
    senderType: t.string,
    countryCode: t.string,
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
