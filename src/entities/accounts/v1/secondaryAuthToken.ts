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
    secondaryAuthToken: t.shownOnce.about(
      'The second token, valid beside the first. Shown only in the payload that created it.',
    ),
    url: t.omit,
  },
  create: {
    suppressEmailNotification: t.boolean.about(
      "Whether no e-mail about the change goes to the account's owners and administrators. Default: false.",
    ),
  },
  remove: { suppressEmailNotification: t.boolean },
  admin: ['create', 'remove'],
});
