/** The balance of an account. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const Balance = entity('Balance', {
  in: Account,
  at: 'balance',
  about: 'The balance of a main account; it can be a few minutes old. Subaccounts use the balance of their parent.',
  fields: {
    accountSid: t.ref('Account').always,
    balance: t.decimal.always.about('The balance in `currency`; negative if the account owes money.'),
    currency: t.string.always.about('Three-letter ISO 4217 code, such as USD.'),
  },
  fetch: true,
});
