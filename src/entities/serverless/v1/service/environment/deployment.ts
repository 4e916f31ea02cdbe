/** Deployments of an environment. */
import { entity, t } from '../../../../../model/index.ts';
import { ServerlessEnvironment } from '../environment.ts';

export const ServerlessDeployment = entity('ServerlessDeployment', {
  in: ServerlessEnvironment,
  at: 'deployments',
  sid: 'ZD',
  about: 'Puts a build live in an environment.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('ServerlessService'),
    environmentSid: t.ref('ServerlessEnvironment'),
    buildSid: t.ref('ServerlessBuild').about('SID (ZB…) of the build to put live.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  create: { buildSid: t.sid, isPlugin: t.boolean.about('Whether the build is a Flex plugin.') },
  fetch: true,
  paid: ['create'],
  admin: ['create'],
});
