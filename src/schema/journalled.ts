/** How a write is sent: through the journal where it costs money, reaches a person, or has an idempotency key. */
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.ts';
import { type ApiError, badInput } from '../errors.ts';
import { selectFields } from '../execution/index.ts';
import type { RowAgain, Written } from '../journal/index.ts';
import type { Entity, Sids } from '../model/index.ts';
import type { Send } from '../spending/index.ts';
import type { Input, Row } from '../twilio/rows/index.ts';
import type { Segments } from '../twilio/sms.ts';
import { selectsOnlyKey } from './packages.ts';
import type { Argument, Change } from './types.ts';

export const isPaid = ({ paid }: Entity, change: Change): boolean => paid?.includes(change) ?? false;

/** Whether the mutation takes an idempotency key. */
const takesKey = (entity: Entity, change: Change): boolean =>
  change === 'create' || (change === 'update' && isPaid(entity, 'update'));

export const idempotencyArgument = (entity: Entity, change: Change): Record<string, Argument> =>
  takesKey(entity, change)
    ? {
        idempotencyKey: {
          type: 'String',
          description:
            `A key of your choice, such as a UUID. Within 24 hours ${change === 'create' ? 'a create' : 'an update'} with the same key and input is carried out once, ` +
            'and answered the same each time. The header Idempotency-Key does the same for an operation with one such field.',
        },
      }
    : {};

/** Of an update by filter that costs money. */
export const bulkKeyArgument = (entity: Entity): Record<string, Argument> =>
  takesKey(entity, 'update')
    ? {
        idempotencyKey: {
          type: 'String',
          description:
            'A key of your choice, such as a UUID. Within 24 hours, no row gets the same input twice with the same key. ' +
            'If the answer is lost, send the mutation again with its key: rows that were updated are not updated again.',
        },
      }
    : {};

/** What a mutation is about to send. */
export interface Outgoing {
  readonly entity: Entity;
  readonly change: Change;
  /** The SIDs that the new row lies in, or those of the row to change. */
  readonly target: Sids;
  readonly input: Input;
  readonly key: string | undefined;
  /** Which write it is of several with one key. */
  readonly part?: string;
}

/** The rules for a write that costs money or reaches a person. A dry run checks them too; nothing has been sent. */
export const checkRules = (outgoing: Outgoing, { connection, client }: Context): void => {
  const { entity, change, key } = outgoing;
  connection.spending.check(sendOf(outgoing), client.spending);
  if (key === undefined && isPaid(entity, change) && connection.requireIdempotencyKey === 'paid')
    throw badInput(
      'idempotencyKey',
      `must be given: this ${change} costs money or reaches a person, and the server requires a key`,
    );
};

const sendOf = ({ entity, change, input }: Pick<Outgoing, 'entity' | 'change' | 'input'>): Send => ({
  entity,
  input,
  values: entity[change] ?? {},
  isPaid: isPaid(entity, change),
});

/** What a dry run says that the write costs, in US dollars. */
export const priceOf = (outgoing: Outgoing, segments: Segments | null, { connection }: Context): string | null => {
  const price = connection.spending.priceOf(sendOf(outgoing), segments !== null);
  return price === undefined ? null : price.toFixed(2);
};

/** Checks and sends one write. */
export const writeRow = async (outgoing: Outgoing, context: Context): Promise<RowAgain> => {
  const { key } = outgoing;
  checkRules(outgoing, context);
  const { replayed, ...again } = await sendRow(outgoing, context);
  if (key !== undefined) context.idempotency.push({ key, replayed });
  return again;
};

/** What the row of a payload shows: of one that cannot be read again its key, if nothing else is selected, or the error. */
export const shownRow = ({ row, unread }: RowAgain, info: GraphQLResolveInfo): Row | ApiError | null => {
  if (row || !unread) return row;
  const { byKey, error } = unread;
  return byKey && selectsOnlyKey(byKey.entity, info) ? byKey : error;
};

export const sendRow = async (outgoing: Outgoing, context: Context): Promise<Written> => {
  const { entity, change, target, input, key, part } = outgoing;
  const { caller, connection } = context;
  const { id: client, spending } = context.client;
  const reserve = () => connection.spending.reserve(sendOf(outgoing), spending);
  if (change === 'replace' || (key === undefined && !isPaid(entity, change)))
    return { row: await connection.gateway[change](entity, target, input, { ...caller, reserve }), replayed: false };
  return connection.journal.write({ entity, change, target, input, key, part, client, caller, reserve });
};

/** How many root fields are executed: those of fragments too, without what @skip and @include leave out. */
const rootFieldsOf = ({ operation, parentType, ...parts }: GraphQLResolveInfo): number =>
  selectFields({ ...parts, contextValue: undefined }, parentType, [operation.selectionSet]).length;

/** The argument, or the header, which means nothing where an operation has several writes. */
export const readKey = (
  entity: Entity,
  change: Change,
  given: unknown,
  context: Context,
  info: GraphQLResolveInfo,
): string | undefined => {
  if (!takesKey(entity, change)) return undefined;
  if (typeof given === 'string') return given;
  const { idempotencyKey } = context.client;
  if (idempotencyKey !== undefined && rootFieldsOf(info) > 1)
    throw badInput('Idempotency-Key', 'is for an operation with one field; give each write its own `idempotencyKey`');
  return idempotencyKey;
};
