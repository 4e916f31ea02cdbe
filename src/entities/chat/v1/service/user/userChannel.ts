/** Channels of a user. */
import { entity, t } from '../../../../../model/index.ts';
import { ChatV1User } from '../user.ts';

export const ChatV1UserChannel = entity('ChatV1UserChannel', {
  in: ChatV1User,
  at: 'userChannels',
  inside: ['userChannel', 'userChannels'],
  about: 'A channel that the user has joined, with the count of unread messages (version 1).',
  fields: {
    accountSid: t.ref('Account'),
    serviceSid: t.ref('ChatV1Service'),
    channelSid: t.ref('ChatV1Channel'),
    memberSid: t.ref('ChatV1Member').about('SID of the user as a member of the channel.'),
    status: t
      .enum('joined', 'invited', 'not_participating')
      .about('Whether the user is a member, is invited, or neither.'),
    lastConsumedMessageIndex: t.int,
    unreadMessagesCount: t.int.about('Messages after the last read one; null until something has been read.'),
    links: t.omit,
  },
  filters: {},
});
