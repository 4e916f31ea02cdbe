/** Environments of a service. */
import { entity, t } from '../../../../model/index.ts';
import { ServerlessService } from '../service.ts';

export const ServerlessEnvironment = entity('ServerlessEnvironment', {
  in: ServerlessService,
  at: 'environments',
  sid: 'ZE',
  about: 'A place where a build runs, with a domain and variables.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('ServerlessService'),
    buildSid: t.ref('ServerlessBuild'),
    uniqueName: t.string,
    domainSuffix: t.string.pii,
    domainName: t.string.pii,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  batch: 'whole',
  filters: {},
  create: { uniqueName: t.string.required, domainSuffix: t.string },
  remove: true,
  fetch: true,
  admin: ['create', 'remove'],
});
