/** Notification of a service configuration. */
import { entity, onList, t } from '../../../../../model/index.ts';
import { ConversationsServiceConfiguration } from '../configuration.ts';

export const ConversationsServiceNotification = entity('ConversationsServiceNotification', {
  in: onList(ConversationsServiceConfiguration),
  at: 'notifications',
  one: 'notification',
  inside: ['notification', 'notifications'],
  about: 'Which events of a service send push notifications and with what text.',
  fields: {
    accountSid: t.ref('Account'),
    chatServiceSid: t.ref('ConversationsService'),
    newMessage: t.json,
    addedToConversation: t.json,
    removedFromConversation: t.json,
    logEnabled: t.boolean,
    url: t.omit,
  },
  update: {
    logEnabled: t.boolean,
    'newMessage.enabled': t.boolean,
    'newMessage.template': t.string,
    'newMessage.sound': t.string,
    'newMessage.badgeCountEnabled': t.boolean,
    'addedToConversation.enabled': t.boolean,
    'addedToConversation.template': t.string,
    'addedToConversation.sound': t.string,
    'removedFromConversation.enabled': t.boolean,
    'removedFromConversation.template': t.string,
    'removedFromConversation.sound': t.string,
    'newMessage.withMedia.enabled': t.boolean,
    'newMessage.withMedia.template': t.string,
  },
  fetch: true,
  admin: ['update'],
});
