/** How a create is sent: through the journal where it costs money, reaches a person, or has an idempotency key. */
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.ts';
import { badInput } from '../errors.ts';
import type { Entity, Sids } from '../model/index.ts';
import type { Input, Row } from '../twilio/rows/index.ts';
import type { Argument } from './types.ts';

export const idempotencyArgument: Record<string, Argument> = {
  idempotencyKey: {
    type: 'String',
    description:
      'A key of your choice, such as a UUID. Within 24 hours a create with the same key and input is carried out once, ' +
      'and answered the same each time. The header Idempotency-Key does the same for an operation with one create.',
  },
};

const isPaid = (entity: Entity): boolean => entity.paid?.includes('create') ?? false;

/** `null` where an earlier create with the same key made the row and it cannot be read any more. */
export const createRow = async (
  entity: Entity,
  parents: Sids,
  input: Input,
  context: Context,
  key: string | undefined,
): Promise<Row | null> => {
  const { gateway, journal, requireIdempotencyKey } = context.connection;
  if (key === undefined && isPaid(entity) && requireIdempotencyKey === 'paid')
    throw badInput(
      'idempotencyKey',
      'must be given: this create costs money or reaches a person, and the server requires a key',
    );
  if (key === undefined && !isPaid(entity)) return gateway.create(entity, parents, input, context.caller);
  const { id: client, deadline } = context.client;
  const { row, replayed } = await journal.create({
    entity,
    parents,
    input,
    key,
    client,
    caller: context.caller,
    deadline,
  });
  if (key !== undefined) context.idempotency.push({ key, replayed });
  return row;
};

/** The argument, or the header, which means nothing where an operation has several creates. */
export const readKey = (given: unknown, context: Context, info: GraphQLResolveInfo): string | undefined => {
  if (typeof given === 'string') return given;
  const { idempotencyKey } = context.client;
  if (idempotencyKey !== undefined && info.operation.selectionSet.selections.length > 1)
    throw badInput('Idempotency-Key', 'is for an operation with one field; give each create its own `idempotencyKey`');
  return idempotencyKey;
};
