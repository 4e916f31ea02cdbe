/** Where a call or a message leads among the account's own numbers: the same for both, by the same two fields. */
import { t } from '../../../../model/index.ts';

export const ownNumbers = {
  fromNumber: t.one(
    'IncomingPhoneNumber',
    { phoneNumber: 'from' },
    'The number of this account that it came from; null if it is none of its own.',
  ),
  toNumber: t.one(
    'IncomingPhoneNumber',
    { phoneNumber: 'to' },
    'The number of this account that it went to; null if it is none of its own.',
  ),
};
