/** Address configurations. */
import { entity, t } from '../../../model/index.ts';
import { conversations } from './product.ts';

const settings = {
  friendlyName: t.string,
  'autoCreation.enabled': t.boolean.about('Whether an incoming message that belongs to no conversation opens one.'),
  'autoCreation.type': t
    .enum('webhook', 'studio', 'default')
    .about('What is attached to new conversations: a webhook, a Studio flow, or nothing (DEFAULT).'),
  'autoCreation.conversationServiceSid': t.sid.about(
    'SID of the service in which conversations are created. Default: the default service.',
  ),
  'autoCreation.webhookUrl': t.url.about('URL called on events of new conversations; for the type WEBHOOK.'),
  'autoCreation.webhookMethod': t.enum('get', 'post').about('HTTP method of `webhookUrl`.'),
  'autoCreation.webhookFilters': t.string.list.about('Events that call that URL, such as onMessageAdded.'),
  'autoCreation.studioFlowSid': t.sid.about('SID of the flow that new conversations start; for the type STUDIO.'),
  'autoCreation.studioRetryCount': t.int.about('How often the flow is started again after a failure, from 0 to 3.'),
};

export const ConversationsAddressConfiguration = entity('ConversationsAddressConfiguration', {
  in: conversations,
  at: 'addressConfigurations',
  sid: 'IG',
  alias: 'address',
  about: 'How a phone number or other address opens a new conversation when a message comes in.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    type: t.string.about('Kind of address, such as `sms`, `whatsapp` or `messenger`.'),
    address: t.string.pii.about('Phone number or other address of your account at which messages arrive.'),
    friendlyName: t.string,
    autoCreation: t.json.about(
      'What happens with a message that belongs to no conversation: `enabled`, `type`, and the webhook or flow.',
    ),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    addressCountry: t.string.about('Two-letter country code of a short code; null for other addresses.'),
  },
  relations: {
    phoneNumber: t.one(
      'IncomingPhoneNumber',
      { phoneNumber: 'address' },
      'The phone number with this address, if the account owns it; otherwise null.',
    ),
    flow: t.row(
      'StudioFlow',
      ['autoCreation.studio_flow_sid'],
      'The flow that new conversations start; null for other types.',
    ),
    service: t.row(
      'ConversationsService',
      ['autoCreation.conversation_service_sid'],
      'The service in which conversations are created; null for the default service.',
    ),
  },
  filters: { type: t.equal },
  create: {
    type: t.enum('sms', 'whatsapp', 'messenger', 'gbm', 'email', 'rcs', 'apple', 'chat').required,
    address: t.string.pii.required,
    addressCountry: t.string,
    ...settings,
  },
  update: { ...settings },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
