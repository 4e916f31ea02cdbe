/** Status of a build. */
import { entity, t } from '../../../../../model/index.ts';
import { ServerlessBuild } from '../build.ts';

export const ServerlessBuildStatus = entity('ServerlessBuildStatus', {
  in: ServerlessBuild,
  at: 'buildStatus',
  about: 'Whether a build is done.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('ServerlessService'),
    status: t.enum('building', 'completed', 'failed').about('Only a `COMPLETED` build can be deployed.'),
    url: t.omit,
  },
  fetch: true,
  terminal: { status: ['completed', 'failed'] },
});
