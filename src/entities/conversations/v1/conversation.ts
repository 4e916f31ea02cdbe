/** Conversations. */
import { entity, t } from '../../../model/index.ts';
import { conversations } from './product.ts';
import { taskOfConversation } from './task.ts';

const settings = {
  xTwilioWebhookEnabled: t.enum('true', 'false'),
  friendlyName: t.string,
  uniqueName: t.string,
  dateCreated: t.dateTime,
  dateUpdated: t.dateTime,
  messagingServiceSid: t.sid,
  attributes: t.string.pii,
  state: t.enum('initializing', 'inactive', 'active', 'closed'),
  'timers.inactive': t.string.about(
    'ISO 8601 duration without messages, such as PT1H, after which it becomes INACTIVE.',
  ),
  'timers.closed': t.string.about('ISO 8601 duration without messages, such as P1D, after which it becomes CLOSED.'),
  'bindings.email.address': t.string.pii.about('Email address from which its emails are sent.'),
  'bindings.email.name': t.string.pii.about('Sender name of its emails.'),
};

export const Conversation = entity('Conversation', {
  in: conversations,
  at: 'conversations',
  sid: 'CH',
  alias: 'uniqueName',
  maxPage: 100,
  about: 'A thread between people over chat, SMS, WhatsApp and other channels.',
  aboutList: 'Conversations of the default service.',
  fields: {
    accountSid: t.ref('Account'),
    chatServiceSid: t.ref('ConversationsService', 'service'),
    messagingServiceSid: t
      .ref('MessagingService')
      .about('SID of the messaging service whose rules and numbers its SMS and WhatsApp messages use.'),
    sid: t.sid,
    friendlyName: t.string,
    uniqueName: t.string,
    attributes: t.string.pii.about('Data of your own, as JSON text.'),
    state: t
      .enum('initializing', 'inactive', 'active', 'closed')
      .about(
        'INACTIVE after a time without messages, until the next one. CLOSED accepts no messages and frees its addresses.',
      ),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    timers: t.json.about(
      'When it becomes inactive and closed: `date_inactive` and `date_closed`, each missing if no timer runs.',
    ),
    url: t.omit,
    links: t.omit,
    bindings: t.json.pii.about('Addresses of the conversation itself, such as `email`; null without one.'),
  },
  relations: { task: taskOfConversation },
  filters: { state: t.equal, dateCreated: t.days.by('startDate', 'endDate') },
  create: { ...settings },
  update: { ...settings },
  remove: { xTwilioWebhookEnabled: t.enum('true', 'false') },
  fetch: true,
});
