/** Connect apps of others that may work in this account. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const AuthorizedConnectApp = entity('AuthorizedConnectApp', {
  in: Account,
  at: 'authorizedConnectApps',
  sid: 'CN',
  key: 'connectAppSid',
  about: 'A connect app, mostly of another company, that this account has let in. Its `connectAppSid` names it.',
  fields: {
    connectAppSid: t
      .ref('ConnectApp')
      .about('The app that was let in; its `connectApp` is null unless it is your own.'),
    accountSid: t.ref('Account'),
    connectAppFriendlyName: t.string.about('Name of the app.'),
    connectAppDescription: t.string.about('What the app does, in the words of its maker.'),
    connectAppCompanyName: t.string.about('The company that made the app.'),
    connectAppHomepageUrl: t.url.about('Public page about the app.'),
    permissions: t
      .enum('get-all', 'post-all')
      .list.about('What it may do with the account: read everything, change everything.'),
    uri: t.omit,
  },
  filters: {},
  fetch: true,
});
