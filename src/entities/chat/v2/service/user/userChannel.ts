/** Channels of a user. */
import { entity, t } from '../../../../../model/index.ts';
import { ChatUser } from '../user.ts';

export const ChatUserChannel = entity('ChatUserChannel', {
  in: ChatUser,
  at: 'userChannels',
  key: 'channelSid',
  maxPage: 50,
  about: 'A channel that the user has joined, with the count of unread messages and the notification level.',
  fields: {
    accountSid: t.ref('Account'),
    serviceSid: t.ref('ChatService'),
    channelSid: t.ref('ChatChannel'),
    userSid: t.ref('ChatUser'),
    memberSid: t.ref('ChatMember').about('SID of the user as a member of the channel.'),
    status: t
      .enum('joined', 'invited', 'notParticipating')
      .about('Whether the user is a member, is invited, or neither.'),
    lastConsumedMessageIndex: t.int,
    unreadMessagesCount: t.int.about('Messages after the last read one; null until something has been read.'),
    links: t.omit,
    url: t.omit,
    notificationLevel: t
      .enum('default', 'muted')
      .about('MUTED: the user gets no push notifications from this channel.'),
  },
  filters: {},
  update: {
    notificationLevel: t.enum('default', 'muted'),
    lastConsumedMessageIndex: t.int,
    lastConsumptionTimestamp: t.dateTime,
  },
  remove: { xTwilioWebhookEnabled: t.enum('true', 'false') },
  fetch: true,
});
