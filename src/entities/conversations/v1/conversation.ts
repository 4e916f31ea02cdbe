/** Conversations. */
import { entity, t } from '../../../model/index.ts';
import { conversations } from './product.ts';

const settings = {
  xTwilioWebhookEnabled: t.enum('true', 'false'),
  friendlyName: t.string,
  uniqueName: t.string,
  dateCreated: t.dateTime,
  dateUpdated: t.dateTime,
  messagingServiceSid: t.sid,
  attributes: t.string.pii,
  state: t.enum('initializing', 'inactive', 'active', 'closed'),
  'timers.inactive': t.string,
  'timers.closed': t.string,
  'bindings.email.address': t.string.pii,
  'bindings.email.name': t.string.pii,
};

export const Conversation = entity('Conversation', {
  in: conversations,
  at: 'conversations',
  sid: 'CH',
  alias: 'uniqueName',
  maxPage: 100,
  about: 'A thread between people over chat, SMS, WhatsApp and other channels, in the default service.',
  fields: {
    accountSid: t.ref('Account'),
    chatServiceSid: t.ref('ConversationsService'),
    messagingServiceSid: t.ref('MessagingService'),
    sid: t.sid,
    friendlyName: t.string,
    uniqueName: t.string,
    attributes: t.string.pii,
    state: t.enum('initializing', 'inactive', 'active', 'closed'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    timers: t.json,
    url: t.omit,
    links: t.omit,
    bindings: t.json.pii,
  },
  filters: { state: t.equal, dateCreated: t.days.by('startDate', 'endDate') },
  create: { ...settings },
  update: { ...settings },
  remove: { xTwilioWebhookEnabled: t.enum('true', 'false') },
  fetch: true,
});
