/** Credentials. */
import { entity, t } from '../../../model/index.ts';
import { conversations } from './product.ts';

const settings = {
  friendlyName: t.string,
  certificate: t.secret.about('Certificate of an APN credential, in PEM format.'),
  privateKey: t.secret.about('Private key of an APN credential, in PEM format.'),
  sandbox: t.boolean,
  apiKey: t.secret.about('API key of a GCM credential.'),
  secret: t.secret.about('Server key of an FCM credential.'),
};

export const ConversationsCredential = entity('ConversationsCredential', {
  in: conversations,
  at: 'credentials',
  sid: 'CR',
  maxPage: 100,
  about: 'Keys for Apple or Google push notifications in Conversations.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    type: t.enum('apn', 'gcm', 'fcm').about("Push service: APN is Apple's, FCM is Google's, GCM its predecessor."),
    sandbox: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  create: { type: t.enum('apn', 'gcm', 'fcm').required, ...settings },
  update: { type: t.enum('apn', 'gcm', 'fcm'), ...settings },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
