/** Accounts auth token promotion. */
import { entity, t } from '../../../model/index.ts';
import { accountSettings } from './product.ts';

export const AccountsAuthTokenPromotion = entity('AccountsAuthTokenPromotion', {
  in: accountSettings,
  at: 'authTokenPromotion',
  about: 'Makes the secondary Auth Token the primary one, the last step of a token rotation.',
  fields: {
    accountSid: t.ref('Account'),
    authToken: t.secret,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  update: {
    suppressEmailNotification: t.boolean.about(
      "Whether no e-mail about the change goes to the account's owners and administrators. Default: false.",
    ),
  },
  admin: ['update'],
});
