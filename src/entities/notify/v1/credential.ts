/** Credentials. */
import { entity, t } from '../../../model/index.ts';
import { notify } from './product.ts';

const settings = {
  friendlyName: t.string,
  certificate: t.secret.about('PEM text of the certificate. Apple only.'),
  privateKey: t.secret.about('PEM text of the private key. Apple only.'),
  sandbox: t.boolean,
  apiKey: t.secret.about('Server key of the project. `GCM` only.'),
  secret: t.secret.about('Server key of the project. `FCM` only.'),
};

export const NotifyCredential = entity('NotifyCredential', {
  in: notify,
  at: 'credentials',
  sid: 'CR',
  about: 'Keys for Apple or Google push notifications in Notify.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    type: t
      .enum('gcm', 'apn', 'fcm')
      .about("Push service: Apple's (`APN`) or Firebase Cloud Messaging (`FCM`, formerly `GCM`)."),
    sandbox: t.string.about("Whether the credential is for Apple's sandbox. Apple only."),
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
