/** Users of a service. */
import { entity, t } from '../../../../model/index.ts';
import { ChatService } from '../service.ts';

const settings = {
  xTwilioWebhookEnabled: t.enum('true', 'false'),
  roleSid: t.sid,
  attributes: t.string.pii,
  friendlyName: t.string.pii,
};

export const ChatUser = entity('ChatUser', {
  in: ChatService,
  at: 'users',
  sid: 'US',
  alias: 'identity',
  about: 'A person known to a chat service by identity, online or not.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('ChatService'),
    attributes: t.string.pii.about('Data of your own, as JSON text.'),
    friendlyName: t.string.pii,
    roleSid: t.ref('ChatRole'),
    identity: t.string.pii.about(
      'Name by which your application knows the user, as in access tokens; it cannot change.',
    ),
    isOnline: t.boolean.detail,
    isNotifiable: t.boolean.detail,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    joinedChannelsCount: t.int.about('Number of channels that the user is a member of.'),
    links: t.omit,
    url: t.omit,
  },
  filters: {},
  create: { identity: t.string.pii.required, ...settings },
  update: { ...settings },
  remove: true,
  fetch: true,
});
