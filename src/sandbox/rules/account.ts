/** Accounts and subaccounts, their balance, and the verification of caller IDs. */
import { TwilioError } from '../errors.ts';
import { callOf, dial, endCall } from '../lifecycle.ts';
import { isNumber, ownedNumber, pretty, verifiedNumber } from '../phone.ts';
import type { Rule } from '../rule.ts';
import { hex } from '../sids.ts';
import { spent } from '../usage.ts';

const named = (moment: Date): string => `SubAccount Created at ${moment.toISOString().slice(0, 16).replace('T', ' ')}`;

export const Account: Rule = {
  visible: (row, { user }) => row.key === user || row.values.ownerAccountSid === user,
  create(input, { world, user }) {
    if (world.store.find('Account', [], user)?.values.ownerAccountSid !== user)
      throw new TwilioError(21101, 'Subaccounts cannot contain subaccounts');
    const sid = world.newSid('AC');
    const friendlyName = input.friendlyName || named(world.clock.now);
    return { sid, friendlyName, ownerAccountSid: user, authToken: hex(`token ${sid}`), type: 'Full' };
  },
  update(row, { status }) {
    if (!status || status === row.values.status) return {};
    if (row.values.ownerAccountSid === row.key)
      throw new TwilioError(21477, 'Unable to update Status for parent accounts');
    if (row.values.status === 'closed')
      throw new TwilioError(21479, 'Unable to update Status for subaccount, subaccount has been closed.');
    return {};
  },
};

/** The balance at the start, in dollars. */
const PAID_IN = 500;

export const Balance: Rule = {
  rows({ world, parents: [account = ''] }) {
    if (world.store.find('Account', [], account)?.values.ownerAccountSid !== account) return [];
    return [{ accountSid: account, balance: (PAID_IN - spent(world, account)).toFixed(2), currency: 'USD' }];
  },
};

const VERIFIED_AFTER = 20;

export const ValidationRequest: Rule = {
  statuses: { create: 200 },
  create(input, { world, parents: [account = ''] }) {
    const number = String(input.phoneNumber);
    if (!isNumber(number)) throw new TwilioError(21401, `Phone number ${number} is invalid`);
    if (verifiedNumber(world, account, number))
      throw new TwilioError(21450, 'Phone number already validated for your account');
    if (ownedNumber(world, account, number))
      throw new TwilioError(21449, 'Number already can be used for outgoing calls and messages');
    const from = world.store.list('IncomingPhoneNumber', [account])[0]?.values.phoneNumber ?? number;
    const call = dial(world, account, { to: number, from }, true);
    return {
      callSid: call.key,
      friendlyName: input.friendlyName || pretty(number),
      validationCode: String(Number.parseInt(hex(call.key).slice(0, 12), 16))
        .slice(-6)
        .padStart(6, '0'),
    };
  },
  /** In the sandbox somebody always answers and types the code. */
  begin({ parents, values }, { world }) {
    const { phoneNumber, friendlyName } = values;
    world.clock.after(VERIFIED_AFTER, () => {
      const call = callOf(world, parents[0] ?? '', String(values.callSid));
      if (call) endCall(world, call);
      if (!verifiedNumber(world, parents[0] ?? '', String(phoneNumber)))
        world.make('OutgoingCallerId', parents, { phoneNumber, friendlyName });
    });
  },
};
