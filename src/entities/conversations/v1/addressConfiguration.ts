/** Address configurations. */
import { entity, t } from '../../../model/index.ts';
import { conversations } from './product.ts';

const settings = {
  friendlyName: t.string,
  'autoCreation.enabled': t.boolean,
  'autoCreation.type': t.enum('webhook', 'studio', 'default'),
  'autoCreation.conversationServiceSid': t.sid,
  'autoCreation.webhookUrl': t.string,
  'autoCreation.webhookMethod': t.enum('get', 'post'),
  'autoCreation.webhookFilters': t.string.list,
  'autoCreation.studioFlowSid': t.sid,
  'autoCreation.studioRetryCount': t.int,
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
    type: t.string,
    address: t.string.pii,
    friendlyName: t.string,
    autoCreation: t.json,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    addressCountry: t.string,
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
