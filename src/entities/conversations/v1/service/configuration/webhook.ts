/** Webhook of a service configuration. */
import { entity, onList, t } from '../../../../../model/index.ts';
import { ConversationsServiceConfiguration } from '../configuration.ts';

export const ConversationsServiceWebhook = entity('ConversationsServiceWebhook', {
  in: onList(ConversationsServiceConfiguration),
  at: 'webhooks',
  inside: ['webhook', 'webhooks'],
  about: "Where a service's events are sent, and which ones.",
  fields: {
    accountSid: t.ref('Account'),
    chatServiceSid: t.ref('ConversationsService'),
    preWebhookUrl: t.url,
    postWebhookUrl: t.url,
    filters: t.string.list.about('Events for which the URLs are called, such as onMessageAdded; empty for none.'),
    method: t.enum('GET', 'POST').named('HttpMethod').about('HTTP method of both URLs.'),
    url: t.omit,
  },
  update: { preWebhookUrl: t.url, postWebhookUrl: t.url, filters: t.string.list, method: t.string },
  fetch: true,
  admin: ['update'],
});
