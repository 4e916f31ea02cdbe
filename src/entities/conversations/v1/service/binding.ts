/** Bindings of a service. */
import { entity, t } from '../../../../model/index.ts';
import { ConversationsService } from '../service.ts';

export const ConversationsServiceBinding = entity('ConversationsServiceBinding', {
  in: ConversationsService,
  at: 'bindings',
  sid: 'BS',
  one: 'binding',
  maxPage: 100,
  about: 'A device that receives push notifications from a service.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    chatServiceSid: t.ref('ConversationsService'),
    credentialSid: t.ref('ConversationsCredential'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    endpoint: t.string.pii,
    identity: t.string.pii,
    bindingType: t.enum('apn', 'gcm', 'fcm', 'twilsock'),
    messageTypes: t.string.list,
    url: t.omit,
  },
  relations: {
    user: t.row('ConversationsServiceUser', ['identity'], 'The user with this identity.'),
  },
  filters: { bindingType: t.equal.list, identity: t.equal.list },
  remove: true,
  fetch: true,
});
