/** Webhook of a configuration. */
import { entity, onList, t } from '../../../../model/index.ts';
import { ConversationsConfiguration } from '../configuration.ts';

export const ConversationsConfigurationWebhook = entity('ConversationsConfigurationWebhook', {
  in: onList(ConversationsConfiguration),
  at: 'webhooks',
  inside: ['webhook', 'webhooks'],
  about: "Where the account's conversation events are sent, and which ones.",
  fields: {
    accountSid: t.ref('Account'),
    method: t.enum('GET', 'POST').named('HttpMethod').about('HTTP method of both URLs.'),
    filters: t.string.list.about('Events for which the URLs are called, such as onMessageAdded; empty for none.'),
    preWebhookUrl: t.string,
    postWebhookUrl: t.string,
    target: t.enum('webhook', 'flex').about('WEBHOOK calls the URLs; FLEX hands events to Flex.'),
    url: t.omit,
  },
  update: {
    method: t.string,
    filters: t.string.list,
    preWebhookUrl: t.url,
    postWebhookUrl: t.url,
    target: t.enum('webhook', 'flex'),
  },
  fetch: true,
  admin: ['update'],
});
