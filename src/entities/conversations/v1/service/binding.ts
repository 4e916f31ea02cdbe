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
    chatServiceSid: t.ref('ConversationsService', 'service'),
    credentialSid: t.ref('ConversationsCredential').about('SID of the credential with which notifications are sent.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    endpoint: t.string.pii,
    identity: t.string.pii.about('Identity of the user whose device it is.'),
    bindingType: t
      .enum('apn', 'gcm', 'fcm', 'twilsock')
      .about('Channel of the device: Apple (APN), Google (FCM, GCM) or an open connection of the SDK (TWILSOCK).'),
    messageTypes: t.string.list,
    url: t.omit,
  },
  relations: {
    user: t.row('ConversationsUser', ['identity'], 'The user with this identity.'),
  },
  filters: { bindingType: t.equal.list, identity: t.equal.list },
  remove: true,
  fetch: true,
});
