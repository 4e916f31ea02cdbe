/** User conversations of a service user. */
import { entity, t } from '../../../../../model/index.ts';
import { ConversationsServiceUser } from '../user.ts';

export const ConversationsServiceUserConversation = entity('ConversationsServiceUserConversation', {
  type: 'ConversationsUserConversation',
  scoped: true,
  in: ConversationsServiceUser,
  at: 'userConversations',
  key: 'conversationSid',
  plural: 'serviceUserConversations',
  inside: ['userConversation', 'userConversations'],
  aboutList: 'Conversations of a user of a service.',
  about: "A user's own view of a conversation in a service: unread count, notification level.",
  fields: {
    accountSid: t.ref('Account'),
    chatServiceSid: t.ref('ConversationsService', 'service'),
    conversationSid: t.ref('Conversation'),
    unreadMessagesCount: t.int.about('Messages after the last read one; null until something has been read.'),
    lastReadMessageIndex: t.int,
    participantSid: t.ref('ConversationParticipant').about('SID under which the user takes part in the conversation.'),
    userSid: t.ref('ConversationsUser'),
    friendlyName: t.string.about('Name of the conversation for display.'),
    conversationState: t
      .enum('inactive', 'active', 'closed')
      .about('INACTIVE after a time without messages; CLOSED accepts no messages.'),
    timers: t.json.about('When the conversation becomes inactive and closed: `date_inactive` and `date_closed`.'),
    attributes: t.string.pii.about('Your data about the conversation, as JSON text.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    createdBy: t.string.pii.about('Identity of the user who created the conversation; `system` for the API.'),
    notificationLevel: t
      .enum('default', 'muted')
      .about('MUTED: the user gets no push notifications from this conversation.'),
    uniqueName: t.string.about('Unique name of the conversation; null without one.'),
    url: t.omit,
    links: t.omit,
  },
  relations: {
    creator: t.row(
      'ConversationsUser',
      ['createdBy'],
      'The user who created the conversation; null if nobody known did.',
    ),
  },
  filters: {},
  update: {
    notificationLevel: t.enum('default', 'muted'),
    lastReadTimestamp: t.dateTime.about('When the user last read a message.'),
    lastReadMessageIndex: t.int,
  },
  remove: true,
  fetch: true,
});
