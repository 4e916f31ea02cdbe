/** Bindings of a user. */
import { entity, t } from '../../../../../model/index.ts';
import { ChatUser } from '../user.ts';

export const ChatUserBinding = entity('ChatUserBinding', {
  in: ChatUser,
  at: 'userBindings',
  sid: 'BS',
  maxPage: 50,
  about: 'A device of the user that gets push notifications.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('ChatService'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    endpoint: t.string.pii,
    identity: t.string.pii.about('Identity of the user whose device it is.'),
    userSid: t.ref('ChatUser'),
    credentialSid: t.ref('ChatCredential').about('SID of the credential with which notifications are sent.'),
    bindingType: t.enum('gcm', 'apn', 'fcm').about('Push service of the device: Apple (APN) or Google (FCM, GCM).'),
    messageTypes: t.string.list,
    url: t.omit,
  },
  filters: { bindingType: t.equal.list },
  remove: true,
  fetch: true,
});
