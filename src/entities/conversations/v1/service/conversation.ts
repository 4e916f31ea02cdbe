/** Conversations of a service. */
import { entity, t } from '../../../../model/index.ts';
import { ConversationsService } from '../service.ts';

const settings = {
  xTwilioWebhookEnabled: t.enum('true', 'false'),
  friendlyName: t.string,
  uniqueName: t.string,
  attributes: t.string.pii,
  messagingServiceSid: t.sid,
  dateCreated: t.dateTime,
  dateUpdated: t.dateTime,
  state: t.enum('inactive', 'active', 'closed', 'initializing'),
  'timers.inactive': t.string,
  'timers.closed': t.string,
  'bindings.email.address': t.string.pii,
  'bindings.email.name': t.string.pii,
};

export const ConversationsServiceConversation = entity('ConversationsServiceConversation', {
  in: ConversationsService,
  at: 'conversations',
  sid: 'CH',
  alias: 'uniqueName',
  plural: 'serviceConversations',
  inside: ['conversation', 'conversations'],
  argument: 'conversationSid',
  maxPage: 100,
  about: 'A thread between people, in a service of your own.',
  fields: {
    accountSid: t.ref('Account'),
    chatServiceSid: t.ref('ConversationsService'),
    messagingServiceSid: t.ref('MessagingService'),
    sid: t.sid,
    friendlyName: t.string,
    uniqueName: t.string,
    attributes: t.string.pii,
    state: t.enum('inactive', 'active', 'closed', 'initializing'),
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
