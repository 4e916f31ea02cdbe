/** Function versions of a function. */
import { entity, t } from '../../../../../model/index.ts';
import { ServerlessFunction } from '../function.ts';

export const ServerlessFunctionVersion = entity('ServerlessFunctionVersion', {
  in: ServerlessFunction,
  at: 'functionVersions',
  sid: 'ZN',
  about: 'One uploaded version of a Function.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('ServerlessService'),
    functionSid: t.ref('ServerlessFunction'),
    path: t.string.pii,
    visibility: t.enum('public', 'private', 'protected'),
    dateCreated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  filters: {},
  fetch: true,
});
