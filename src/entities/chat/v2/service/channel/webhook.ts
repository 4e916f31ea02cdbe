/** Webhooks of a channel. */
import { entity, t } from '../../../../../model/index.ts';
import { ChatChannel } from '../channel.ts';

const settings = {
  'configuration.url': t.url,
  'configuration.method': t.enum('GET', 'POST').named('HttpMethod'),
  'configuration.filters': t.string.list,
  'configuration.triggers': t.string.list,
  'configuration.flowSid': t.sid,
  'configuration.retryCount': t.int,
};

export const ChatChannelWebhook = entity('ChatChannelWebhook', {
  in: ChatChannel,
  at: 'webhooks',
  sid: 'WH',
  one: 'webhook',
  maxPage: 5,
  about: 'A URL, flow or trigger called on events of a single channel.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('ChatService'),
    channelSid: t.ref('ChatChannel'),
    type: t.string.about(
      'What is called: `webhook` (a URL on events), `trigger` (a URL on keywords) or `studio` (a flow).',
    ),
    url: t.omit,
    configuration: t.json.about('Its `url`, `method`, `filters`, `triggers` or `flow_sid`, by type.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  relations: {
    flow: t.row('StudioFlow', ['configuration.flow_sid'], 'The flow that the webhook starts; null for other types.'),
  },
  filters: {},
  create: { type: t.enum('webhook', 'trigger', 'studio').required, ...settings },
  update: { ...settings },
  remove: true,
  fetch: true,
});
