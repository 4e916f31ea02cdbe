/** Variables of an environment. */
import { entity, t } from '../../../../../model/index.ts';
import { ServerlessEnvironment } from '../environment.ts';

export const ServerlessVariable = entity('ServerlessVariable', {
  in: ServerlessEnvironment,
  at: 'variables',
  sid: 'ZV',
  about: 'A setting that Functions read from their environment.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('ServerlessService'),
    environmentSid: t.ref('ServerlessEnvironment'),
    key: t.string.pii.about('Name of the variable, at most 128 characters.'),
    value: t.secret.about('Never shown. At most 450 bytes.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  create: { key: t.string.required, value: t.secret.required },
  update: { key: t.string, value: t.secret },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
