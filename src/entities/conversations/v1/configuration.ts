/** Conversations configuration. */
import { entity, t } from '../../../model/index.ts';
import { conversations } from './product.ts';

export const ConversationsConfiguration = entity('ConversationsConfiguration', {
  in: conversations,
  at: 'configuration',
  about: 'Account-wide defaults for conversations, such as the default service and timers.',
  fields: {
    accountSid: t.ref('Account'),
    defaultChatServiceSid: t
      .ref('ConversationsService', 'defaultService')
      .about('SID of the service that conversations belong to where none is named.'),
    defaultMessagingServiceSid: t
      .ref('MessagingService')
      .about('SID of the messaging service that new conversations use unless they name another.'),
    defaultInactiveTimer: t.string.about(
      'ISO 8601 duration without messages after which new conversations become inactive, such as PT1H.',
    ),
    defaultClosedTimer: t.string.about(
      'ISO 8601 duration without messages after which new conversations are closed, such as P1D.',
    ),
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
