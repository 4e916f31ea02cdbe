/** Credentials. */
import { entity, t } from '../../../model/index.ts';
import { chat } from './product.ts';

const settings = {
  friendlyName: t.string,
  certificate: t.secret.about('Certificate of an APN credential, in PEM format.'),
  privateKey: t.secret.about('Private key of an APN credential, in PEM format.'),
  sandbox: t.boolean,
  apiKey: t.secret.about('API key of a GCM credential.'),
  secret: t.secret.about('Server key of an FCM credential.'),
};

export const ChatCredential = entity('ChatCredential', {
  in: chat,
  at: 'credentials',
  sid: 'CR',
  maxPage: 1000,
  about: 'Keys for Apple or Google push notifications in Programmable Chat.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    type: t.enum('gcm', 'apn', 'fcm').about("Push service: APN is Apple's, FCM is Google's, GCM its predecessor."),
    sandbox: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  create: { type: t.enum('gcm', 'apn', 'fcm').required, ...settings },
  update: { ...settings },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
