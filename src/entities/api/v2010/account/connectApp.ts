/** Connect apps: programs that other Twilio accounts can let in. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

const settings = {
  friendlyName: t.string.pii,
  description: t.string.pii.about('What the app does, for those who are asked to let it in.'),
  companyName: t.string.pii.about('The company behind the app.'),
  homepageUrl: t.url.pii.about('Public page about the app.'),
  authorizeRedirectUrl: t.url.pii.about('Where Twilio sends a user on who has let the app in.'),
  deauthorizeCallbackUrl: t.url.pii.about('Where Twilio reports that an account has shut the app out again.'),
  deauthorizeCallbackMethod: t.httpMethod.about('How `deauthorizeCallbackUrl` is requested.'),
  permissions: t
    .enum('get-all', 'post-all')
    .list.about('What the app asks for: to read everything of an account, to change everything.'),
};

export const ConnectApp = entity('ConnectApp', {
  in: Account,
  at: 'connectApps',
  sid: 'CN',
  about:
    "A program of yours that works in its users' Twilio accounts, once they let it in. " +
    'It is set up in the Console; here it can be changed and deleted.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    ...settings,
    uri: t.omit,
  },
  batch: 'whole',
  filters: {},
  update: settings,
  remove: true,
  fetch: true,
});
