/** `AccountOwned`: the interface of all types whose rows belong to an account. */
import type { InterfaceRef } from '@pothos/core';
import type { Entity } from '../model/index.ts';
import type { Row } from '../twilio/rows/index.ts';
import { makeFields } from './makeFields.ts';
import type { Fields, Parts, PothosTypes } from './types.ts';

/** Whether every row says to which account it belongs. */
export const isAccountOwned = ({ fields: { accountSid } }: Entity): boolean =>
  accountSid?.nonNull === true && accountSid.target !== undefined;

export const makeAccountOwned = ({ builder, registry, object }: Parts): InterfaceRef<PothosTypes, Row> => {
  const account = registry.find('Account');
  const fields: Fields<Row> = {
    accountSid: { type: 'ID', nullable: false, description: 'SID of the account or subaccount.' },
    ...(account && {
      account: {
        type: object(account),
        description: 'The account or subaccount.',
        cost: () => ({ perAccount: 1 }),
      },
    }),
  };
  return builder.interfaceRef<Row>('AccountOwned').implement({
    description: 'An object that belongs to an account or subaccount.',
    fields: (t) => makeFields<Row>(t, fields),
  });
};
