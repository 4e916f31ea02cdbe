/** Relations of calls and messages to the account's own phone numbers. */
import { t } from '../../../../model/index.ts';

export const ownNumbers = {
  fromNumber: t.one(
    'IncomingPhoneNumber',
    { phoneNumber: 'from' },
    "The account's own number in `from`; null if the account does not own it.",
  ),
  toNumber: t.one(
    'IncomingPhoneNumber',
    { phoneNumber: 'to' },
    "The account's own number in `to`; null if the account does not own it.",
  ),
};
