/** Conversations configuration. */
import { entity, t } from '../../../model/index.ts';
import { conversations } from './product.ts';

export const ConversationsConfiguration = entity('ConversationsConfiguration', {
  in: conversations,
  at: 'configuration',
  about: 'Account-wide defaults for conversations, such as the default service and timers.',
  fields: {
    accountSid: t.ref('Account'),
    defaultChatServiceSid: t.ref('ConversationsService'),
    defaultMessagingServiceSid: t.ref('MessagingService'),
    defaultInactiveTimer: t.string,
    defaultClosedTimer: t.string,
    url: t.omit,
    links: t.omit,
  },
  update: {
    defaultChatServiceSid: t.sid,
    defaultMessagingServiceSid: t.sid,
    defaultInactiveTimer: t.string,
    defaultClosedTimer: t.string,
  },
  fetch: true,
  admin: ['update'],
});
