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
    newMessage: t.json.about(
      'Notification of a new message: `enabled`, `template`, `sound`, `badge_count_enabled`, and `with_media`.',
    ),
    addedToConversation: t.json.about(
      'Notification to a participant who was added: `enabled`, `template` and `sound`.',
    ),
    removedFromConversation: t.json.about(
      'Notification to a participant who was removed: `enabled`, `template` and `sound`.',
    ),
    logEnabled: t.boolean.about('Whether notifications are logged for debugging.'),
    url: t.omit,
  },
  update: {
    logEnabled: t.boolean,
    'newMessage.enabled': t.boolean.about('Whether a new message sends a notification. Default: false.'),
    'newMessage.template': t.string.about(
      'Text of the notification of a new message, at most 1,024 characters, with placeholders.',
    ),
    'newMessage.sound': t.string.about('Name of the sound for a new message.'),
    'newMessage.badgeCountEnabled': t.boolean.about(
      'Whether the notification carries the count of conversations with unread messages.',
    ),
    'addedToConversation.enabled': t.boolean.about(
      'Whether a participant who is added gets a notification. Default: false.',
    ),
    'addedToConversation.template': t.string.about('Text of the notification to a participant who was added.'),
    'addedToConversation.sound': t.string.about('Name of the sound for a participant who was added.'),
    'removedFromConversation.enabled': t.boolean.about(
      'Whether a participant who is removed gets a notification. Default: false.',
    ),
    'removedFromConversation.template': t.string.about('Text of the notification to a participant who was removed.'),
    'removedFromConversation.sound': t.string.about('Name of the sound for a participant who was removed.'),
    'newMessage.withMedia.enabled': t.boolean.about(
      'Whether a new message with media sends a notification. Default: false.',
    ),
    'newMessage.withMedia.template': t.string.about('Text of the notification of a new message with media.'),
  },
  fetch: true,
  admin: ['update'],
});
