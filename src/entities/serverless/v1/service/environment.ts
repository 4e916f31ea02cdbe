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
    buildSid: t.ref('ServerlessBuild').about('SID (ZB…) of the build that is live; null if none is.'),
    uniqueName: t.string.about(
      'Your own name of the environment, at most 100 characters. It can stand in place of its SID.',
    ),
    domainSuffix: t.string.pii.about(
      'Your own end of the domain name, such as dev, at most 16 characters. Null for production.',
    ),
    domainName: t.string.pii.about("Host name of the environment's Functions and Assets."),
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
