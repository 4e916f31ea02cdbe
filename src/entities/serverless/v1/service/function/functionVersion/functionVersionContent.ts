/** Function version content of a function version. */
import { entity, t } from '../../../../../../model/index.ts';
import { ServerlessFunctionVersion } from '../functionVersion.ts';

export const ServerlessFunctionVersionContent = entity('ServerlessFunctionVersionContent', {
  in: ServerlessFunctionVersion,
  at: 'functionVersionContent',
  about: 'The source code of a Function version.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('ServerlessService'),
    functionSid: t.ref('ServerlessFunction'),
    content: t.secret,
    url: t.omit,
  },
  fetch: true,
});
