/** Webhooks of a conversation. */
import { entity, t } from '../../../../model/index.ts';
import { Conversation } from '../conversation.ts';

const settings = {
  'configuration.url': t.url,
  'configuration.method': t.enum('get', 'post'),
  'configuration.filters': t.string.list,
  'configuration.triggers': t.string.list,
  'configuration.flowSid': t.sid,
};

export const ConversationWebhook = entity('ConversationWebhook', {
  in: Conversation,
  at: 'webhooks',
  sid: 'WH',
  plural: 'conversationWebhooks',
  inside: ['webhook', 'webhooks'],
  maxPage: 5,
  about: 'A URL or Studio flow called on events of a single conversation.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    conversationSid: t.ref('Conversation'),
    target: t.string.about(
      'What is called: `webhook` (a URL on events), `trigger` (a URL on keywords) or `studio` (a flow).',
    ),
    url: t.omit,
    configuration: t.json.about('Its `url`, `method`, `filters`, `triggers` or `flow_sid`, by target.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  relations: {
    flow: t.row('StudioFlow', ['configuration.flow_sid'], 'The flow that the webhook starts; null for other targets.'),
  },
  filters: {},
  create: { target: t.enum('webhook', 'trigger', 'studio').required, 'configuration.replayAfter': t.int, ...settings },
  update: { ...settings },
  remove: true,
  fetch: true,
});
