/** Bindings of a service. */
import { entity, t } from '../../../../model/index.ts';
import { ChatService } from '../service.ts';

export const ChatBinding = entity('ChatBinding', {
  in: ChatService,
  at: 'bindings',
  sid: 'BS',
  maxPage: 50,
  about: 'A device of a user that receives push notifications from a chat service.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('ChatService'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    endpoint: t.string.pii,
    identity: t.string.pii.about('Identity of the user whose device it is.'),
    credentialSid: t.ref('ChatCredential').about('SID of the credential with which notifications are sent.'),
    bindingType: t.enum('gcm', 'apn', 'fcm').about('Push service of the device: Apple (APN) or Google (FCM, GCM).'),
    messageTypes: t.string.list,
    url: t.omit,
    links: t.omit,
  },
  relations: {
    user: t.row('ChatUser', ['identity'], 'The user with this identity.'),
  },
  filters: { bindingType: t.equal.list, identity: t.equal.list },
  remove: true,
  fetch: true,
});
