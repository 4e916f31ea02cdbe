/** Services. */
import { entity, t } from '../../../model/index.ts';
import { chat } from './product.ts';

export const ChatService = entity('ChatService', {
  in: chat,
  at: 'services',
  sid: 'IS',
  about: 'A separate chat system with its own channels, users, roles and webhooks.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    defaultServiceRoleSid: t.ref('ChatRole').about('SID of the service-wide role that new users get.'),
    defaultChannelRoleSid: t.ref('ChatRole').about('SID of the role that users get in channels they are added to.'),
    defaultChannelCreatorRoleSid: t
      .ref('ChatRole')
      .about('SID of the role that users get in the channels they create.'),
    readStatusEnabled: t.boolean.about('Whether it is recorded what users have read. Default: true.'),
    reachabilityEnabled: t.boolean,
    typingIndicatorTimeout: t.int.about(
      'Seconds after a "started typing" event that a user counts as typing. Default: 5.',
    ),
    consumptionReportInterval: t.int.about('Seconds between reports of what users have read; SDKs send them bundled.'),
    limits: t.json.about('Limits: `channel_members` and `user_channels`.'),
    preWebhookUrl: t.string,
    postWebhookUrl: t.string,
    webhookMethod: t.string,
    webhookFilters: t.string.list,
    preWebhookRetryCount: t.int.about(
      'How often a call of `preWebhookUrl` is repeated after a failure, from 0 to 3. Default: 0.',
    ),
    postWebhookRetryCount: t.int.about(
      'How often a call of `postWebhookUrl` is repeated after a failure, from 0 to 3. Default: 0.',
    ),
    notifications: t.json.about('Which events send push notifications, and with what text and sound.'),
    media: t.json.pii.about(
      '`size_limit_mb`, the largest file in megabytes, and `compatibility_message`, for SDKs that show no media.',
    ),
    url: t.omit,
    links: t.omit,
  },
  relations: {
    conversationService: t.row('ConversationsService', ['sid'], 'The same service as Conversations has it.'),
  },
  batch: 'whole',
  filters: {},
  create: { friendlyName: t.string.required },
  update: {
    friendlyName: t.string,
    defaultServiceRoleSid: t.sid,
    defaultChannelRoleSid: t.sid,
    defaultChannelCreatorRoleSid: t.sid,
    readStatusEnabled: t.boolean,
    reachabilityEnabled: t.boolean,
    typingIndicatorTimeout: t.int,
    consumptionReportInterval: t.int,
    'notifications.newMessage.enabled': t.boolean.about('Whether a new message sends a notification. Default: false.'),
    'notifications.newMessage.template': t.string.about(
      'Text of the notification of a new message, with placeholders.',
    ),
    'notifications.newMessage.sound': t.string.about('Name of the sound for a new message.'),
    'notifications.newMessage.badgeCountEnabled': t.boolean.about(
      'Whether the notification carries the count of channels with unread messages.',
    ),
    'notifications.addedToChannel.enabled': t.boolean.about(
      'Whether a member who is added gets a notification. Default: false.',
    ),
    'notifications.addedToChannel.template': t.string.about('Text of the notification to a member who was added.'),
    'notifications.addedToChannel.sound': t.string.about('Name of the sound for a member who was added.'),
    'notifications.removedFromChannel.enabled': t.boolean.about(
      'Whether a member who is removed gets a notification. Default: false.',
    ),
    'notifications.removedFromChannel.template': t.string.about(
      'Text of the notification to a member who was removed.',
    ),
    'notifications.removedFromChannel.sound': t.string.about('Name of the sound for a member who was removed.'),
    'notifications.invitedToChannel.enabled': t.boolean.about(
      'Whether a user who is invited gets a notification. Default: false.',
    ),
    'notifications.invitedToChannel.template': t.string.about('Text of the notification to a user who was invited.'),
    'notifications.invitedToChannel.sound': t.string.about('Name of the sound for a user who was invited.'),
    preWebhookUrl: t.url,
    postWebhookUrl: t.url,
    webhookMethod: t.httpMethod,
    webhookFilters: t.string.list,
    'limits.channelMembers': t.int.about('Most members of a channel, at most 1,000. Default: 100.'),
    'limits.userChannels': t.int.about('Most channels that a user can be a member of, at most 1,000. Default: 250.'),
    'media.compatibilityMessage': t.string.about(
      'Text that SDKs which cannot show media get in place of a media message.',
    ),
    preWebhookRetryCount: t.int,
    postWebhookRetryCount: t.int,
    'notifications.logEnabled': t.boolean.about('Whether notifications are logged for debugging.'),
  },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
