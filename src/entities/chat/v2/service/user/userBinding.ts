/** User bindings of a user. */
import { entity, t } from '../../../../../model/index.ts';
import { ChatUser } from '../user.ts';

export const ChatUserBinding = entity('ChatUserBinding', {
  in: ChatUser,
  at: 'userBindings',
  sid: 'BS',
  maxPage: 50,
  about: 'The push-enabled devices of one user.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('ChatService'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    endpoint: t.string.pii,
    identity: t.string.pii,
    userSid: t.ref('ChatUser'),
    credentialSid: t.ref('ChatCredential'),
    bindingType: t.enum('gcm', 'apn', 'fcm'),
    messageTypes: t.string.list,
    url: t.omit,
  },
  filters: { bindingType: t.equal.list },
  remove: true,
  fetch: true,
});
