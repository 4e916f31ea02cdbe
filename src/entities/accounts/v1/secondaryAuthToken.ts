/** Accounts secondary auth token. */
import { entity, t } from '../../../model/index.ts';
import { accountSettings } from './product.ts';

export const AccountsSecondaryAuthToken = entity('AccountsSecondaryAuthToken', {
  in: accountSettings,
  at: 'secondaryAuthToken',
  about: 'A second Auth Token that works beside the primary one while you rotate it.',
  fields: {
    accountSid: t.ref('Account'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    secondaryAuthToken: t.shownOnce,
    url: t.omit,
  },
  create: { suppressEmailNotification: t.boolean },
  remove: { suppressEmailNotification: t.boolean },
  admin: ['create', 'remove'],
});
