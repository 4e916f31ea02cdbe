/** Logs of an environment. */
import { entity, t } from '../../../../../model/index.ts';
import { ServerlessEnvironment } from '../environment.ts';

export const ServerlessLog = entity('ServerlessLog', {
  in: ServerlessEnvironment,
  at: 'logs',
  sid: 'NO',
  about: 'A line a Function logged while running.',
  aboutList: 'What its Functions logged. Without a filter on `dateCreated`, Twilio lists the last day only.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('ServerlessService'),
    environmentSid: t.ref('ServerlessEnvironment'),
    buildSid: t.ref('ServerlessBuild'),
    deploymentSid: t.ref('ServerlessDeployment'),
    functionSid: t.ref('ServerlessFunction'),
    requestSid: t.sid,
    level: t.string,
    message: t.string.pii,
    dateCreated: t.dateTime,
    url: t.omit,
  },
  filters: { functionSid: t.equal, dateCreated: t.range.by('startDate', 'endDate') },
  fetch: true,
});
