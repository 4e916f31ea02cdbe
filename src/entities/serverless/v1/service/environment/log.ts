/** Logs of an environment. */
import { entity, t } from '../../../../../model/index.ts';
import { ServerlessEnvironment } from '../environment.ts';

export const ServerlessLog = entity('ServerlessLog', {
  in: ServerlessEnvironment,
  at: 'logs',
  sid: 'NO',
  about: 'A line that a Function logged while it ran.',
  aboutList: 'What its Functions logged. Without a filter on `dateCreated`, Twilio lists the last day only.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('ServerlessService'),
    environmentSid: t.ref('ServerlessEnvironment'),
    buildSid: t.ref('ServerlessBuild').about('SID (ZB…) of the build that ran.'),
    deploymentSid: t.ref('ServerlessDeployment').about('SID (ZD…) of the deployment that was live.'),
    functionSid: t.ref('ServerlessFunction'),
    requestSid: t.sid.about('SID (RQ…) of the request during which the Function wrote the line.'),
    level: t.string.about('`info`, `warn` or `error`.'),
    message: t.string.pii,
    dateCreated: t.dateTime,
    url: t.omit,
  },
  filters: { functionSid: t.equal, dateCreated: t.range.by('startDate', 'endDate') },
  fetch: true,
});
