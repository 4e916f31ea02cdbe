/** User channels of a user. */
import { entity, t } from '../../../../../model/index.ts';
import { ChatV1User } from '../user.ts';

export const ChatV1UserChannel = entity('ChatV1UserChannel', {
  in: ChatV1User,
  at: 'userChannels',
  inside: ['userChannel', 'userChannels'],
  about: 'The channels a user has joined, with unread counts (version 1).',
  fields: {
    accountSid: t.ref('Account'),
    serviceSid: t.ref('ChatV1Service'),
    channelSid: t.ref('ChatV1Channel'),
    memberSid: t.ref('ChatV1Member'),
    status: t.enum('joined', 'invited', 'not_participating'),
    lastConsumedMessageIndex: t.int,
    unreadMessagesCount: t.int,
    links: t.omit,
  },
  filters: {},
});
