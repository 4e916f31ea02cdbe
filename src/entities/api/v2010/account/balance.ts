/** What is left on the account. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const Balance = entity('Balance', {
  in: Account,
  at: 'balance',
  about: 'The money left on a main account, a few minutes late at times. Subaccounts spend from their parent.',
  fields: {
    accountSid: t.ref('Account'),
    balance: t.decimal.about('What is left, in `currency`; below zero when money is owed.'),
    currency: t.string.about('Three-letter ISO 4217 code, such as USD.'),
  },
  fetch: true,
});
