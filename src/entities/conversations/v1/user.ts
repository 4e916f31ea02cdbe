/** Users. */
import { entity, t } from '../../../model/index.ts';
import { conversations } from './product.ts';

const settings = {
  xTwilioWebhookEnabled: t.enum('true', 'false'),
  friendlyName: t.string.pii,
  attributes: t.string.pii,
  roleSid: t.sid,
};

export const ConversationsUser = entity('ConversationsUser', {
  in: conversations,
  at: 'users',
  sid: 'US',
  alias: 'identity',
  about: 'A person known to a service by identity.',
  aboutList: 'Users of the default service.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    chatServiceSid: t.ref('ConversationsService', 'service'),
    roleSid: t.ref('ConversationsRole'),
    identity: t.string.pii.about(
      'Name by which your application knows the user, as in access tokens; it cannot change.',
    ),
    friendlyName: t.string.pii,
    attributes: t.string.pii.about('Data of your own, as JSON text.'),
    isOnline: t.boolean.detail,
    isNotifiable: t.boolean.detail,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  relations: {
    participantConversations: t.many(
      'ConversationsParticipantConversation',
      { identity: 'identity' },
      'What the user takes part in, with the state of each conversation.',
    ),
    bindings: t.many(
      'ConversationsServiceBinding',
      { identity: 'identity' },
      'Devices of the user that get push notifications.',
    ),
  },
  filters: {},
  create: { identity: t.string.pii.required, ...settings },
  update: { ...settings },
  remove: { xTwilioWebhookEnabled: t.enum('true', 'false') },
  fetch: true,
});
