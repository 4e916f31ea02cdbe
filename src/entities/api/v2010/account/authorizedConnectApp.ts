/** Connect apps that have access to an account. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const AuthorizedConnectApp = entity('AuthorizedConnectApp', {
  in: Account,
  at: 'authorizedConnectApps',
  sid: 'CN',
  key: 'connectAppSid',
  aboutList: 'Connect apps that have access to the account.',
  about:
    'A connect app, usually of another company, that has access to this account. It is identified by `connectAppSid`.',
  fields: {
    connectAppSid: t.ref('ConnectApp').about('SID of the app. Its `connectApp` is null unless you own the app.'),
    accountSid: t.ref('Account').always,
    connectAppFriendlyName: t.string.pii.about('Name of the app.'),
    connectAppDescription: t.string.pii.about('What the app does, as described by its developer.'),
    connectAppCompanyName: t.string.pii.about('The company that develops the app.'),
    connectAppHomepageUrl: t.url.about('Public page about the app.'),
    permissions: t
      .enum('get-all', 'post-all')
      .list.about('What the app can do: read all data (`get-all`) or change all data (`post-all`).'),
    uri: t.omit,
  },
  filters: {},
  fetch: true,
});
