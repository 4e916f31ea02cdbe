/** Connect apps, to which other Twilio accounts can give access. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

const settings = {
  friendlyName: t.string.pii,
  description: t.string.pii.about('Description of the app, shown to users when they authorize it.'),
  companyName: t.string.pii.about('The company that develops the app.'),
  homepageUrl: t.url.pii.about('Public page about the app.'),
  authorizeRedirectUrl: t.url.pii.about('URL to which Twilio redirects users after they authorize the app.'),
  deauthorizeCallbackUrl: t.url.pii.about('URL to which Twilio reports that an account deauthorized the app.'),
  deauthorizeCallbackMethod: t.httpMethod.about('HTTP method of `deauthorizeCallbackUrl`.'),
  permissions: t
    .enum('get-all', 'post-all')
    .list.about('Permissions that the app requests: to read all data (`get-all`) or to change all data (`post-all`).'),
};

export const ConnectApp = entity('ConnectApp', {
  in: Account,
  at: 'connectApps',
  sid: 'CN',
  about:
    'An app of yours that accesses the Twilio accounts of users who authorize it. ' +
    'It is created in the Twilio Console; here it can be updated and deleted.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account').always,
    ...settings,
    uri: t.omit,
  },
  batch: 'whole',
  filters: {},
  update: settings,
  remove: true,
  fetch: true,
});
