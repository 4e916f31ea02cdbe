/** Credentials. */
import { entity, t } from '../../../model/index.ts';
import { conversations } from './product.ts';

const settings = {
  friendlyName: t.string,
  certificate: t.secret,
  privateKey: t.secret,
  sandbox: t.boolean,
  apiKey: t.secret,
  secret: t.secret,
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
    type: t.enum('apn', 'gcm', 'fcm'),
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
