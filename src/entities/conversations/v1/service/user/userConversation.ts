/** User conversations of a service user. */
import { entity, t } from '../../../../../model/index.ts';
import { ConversationsServiceUser } from '../user.ts';

export const ConversationsServiceUserConversation = entity('ConversationsServiceUserConversation', {
  in: ConversationsServiceUser,
  at: 'userConversations',
  key: 'conversationSid',
  plural: 'serviceUserConversations',
  inside: ['userConversation', 'userConversations'],
  about: "A user's own view of a conversation in a service: unread count, notification level.",
  fields: {
    accountSid: t.ref('Account'),
    chatServiceSid: t.ref('ConversationsService'),
    conversationSid: t.ref('ConversationsServiceConversation'),
    unreadMessagesCount: t.int,
    lastReadMessageIndex: t.int,
    participantSid: t.ref('ConversationsServiceParticipant'),
    userSid: t.ref('ConversationsServiceUser'),
    friendlyName: t.string,
    conversationState: t.enum('inactive', 'active', 'closed'),
    timers: t.json,
    attributes: t.string.pii,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    createdBy: t.string.pii,
    notificationLevel: t.enum('default', 'muted'),
    uniqueName: t.string,
    url: t.omit,
    links: t.omit,
  },
  filters: {},
  update: { notificationLevel: t.enum('default', 'muted'), lastReadTimestamp: t.dateTime, lastReadMessageIndex: t.int },
  remove: true,
  fetch: true,
});
