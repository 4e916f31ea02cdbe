/** User conversations of a user. */
import { entity, t } from '../../../../model/index.ts';
import { ConversationsUser } from '../user.ts';

export const ConversationsUserConversation = entity('ConversationsUserConversation', {
  in: ConversationsUser,
  at: 'userConversations',
  key: 'conversationSid',
  about: "A user's own view of a conversation: unread count, last read message, notification level.",
  fields: {
    accountSid: t.ref('Account'),
    chatServiceSid: t.ref('ConversationsService'),
    conversationSid: t.ref('Conversation'),
    unreadMessagesCount: t.int,
    lastReadMessageIndex: t.int,
    participantSid: t.ref('ConversationParticipant'),
    userSid: t.ref('ConversationsUser'),
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
